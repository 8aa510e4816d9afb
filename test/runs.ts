/** The number of cases of each property test. FC_RUNS overrides it: the nightly workflow runs 20,000. */
export const runs = Number(process.env.FC_RUNS ?? 300);
