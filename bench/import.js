// Prints the CPU time of the import of a module, in ms: node import.js URL
const before = process.cpuUsage();
await import(process.argv[2]);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
