/** How often a property is tried. */
export const runs = Number(process.env.FC_RUNS ?? 1000);
