// The baseline of import.js: a module that does nothing.
export {};
