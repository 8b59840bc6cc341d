/** How people differ around the values that they share. The rule itself lives where people are made. */
export * from '../simulate/variation.ts';
