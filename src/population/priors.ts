/** What is believed of the values that all people share. The rule itself lives where people are made. */
export * from '../simulate/priors.ts';
