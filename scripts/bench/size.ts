import { renderMarkdownTable } from "../markdown-table.js";
import { measureBundle, renderListingModule } from "../size.js";
import { type Contender, OURS } from "./contenders.js";

/** Measures the bundles that list every session. Ours is measured with and without the other operations. */
export async function measureSize(contenders: readonly Contender[]): Promise<string> {
  const listing = await measureBundle(renderListingModule("createSessionList"));
  return renderMarkdownTable([
    ["Bundle", "gzip, bytes", "minified, bytes"],
    ...contenders.flatMap(({ name, gzippedBytes, minifiedBytes }) => [
      [name, gzippedBytes.toLocaleString("en-US"), minifiedBytes.toLocaleString("en-US")],
      ...(name === OURS
        ? [
            [
              `${OURS}, createSessionList`,
              listing.gzippedBytes.toLocaleString("en-US"),
              listing.minifiedBytes.toLocaleString("en-US"),
            ],
          ]
        : []),
    ]),
  ]);
}
