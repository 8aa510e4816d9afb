/** How many cases each property is tried with. FC_RUNS sets another number: CI runs 20,000 each night. */
export const runs = Number(process.env.FC_RUNS ?? 300);
