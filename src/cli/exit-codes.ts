/** What the `zonula` command tells the shell; part of its public contract (`zonula --help` lists them). */
export const exitCodes = {
  done: 0,
  /** Something in the input: file, food, plan, parameter. */
  problem: 1,
  /** The command line itself: unknown option, missing argument. */
  usage: 2,
  /** A fault of Zonula. */
  fault: 3,
} as const;

export const exitCodeHelp = [
  'Exit codes:',
  '  0  done',
  '  1  a problem in the input: it is told with its number, place and what to do',
  '  2  the command was not understood',
  '  3  a fault of Zonula: please report it',
].join('\n');
