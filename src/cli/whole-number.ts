import { InvalidArgumentError } from 'commander';

/**
 * Reads the value of an option that is a whole number.
 * @throws InvalidArgumentError when it is none, or lies outside `least` to `most`
 */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text.trim()) || value < least || value > most)
      throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
    return value;
  };
}
