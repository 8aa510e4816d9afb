import { renderMarkdownTable } from "../markdown-table.js";
import { renderListingModule, measureBundle } from "../size.js";
import { type Contender, OURS } from "./contenders.js";

const number = new Intl.NumberFormat("en");

/** Measures the bundles that list every session. Ours is measured with and without the other operations. */
export async function measureSize(contenders: readonly Contender[]): Promise<string> {
  const listing = await measureBundle(renderListingModule("createSessionList"));
  return renderMarkdownTable([
    ["Bundle", "gzip, bytes", "minified, bytes"],
    ...contenders.flatMap(({ name, gzippedBytes, bytes }) => [
      [name, number.format(gzippedBytes), number.format(bytes)],
      ...(name === OURS
        ? [[`${OURS}, createSessionList`, number.format(listing.gzip), number.format(listing.minified)]]
        : []),
    ]),
  ]);
}
