import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantities, references, studies } from '../../../src/evidence/index.ts';
import { addressOf, itemKinds, parseAddress } from '../../../web/src/evidence/address.ts';

/** What the router gives the page: the part after `/evidence/`, decoded. */
const read = (address: string) => parseAddress(decodeURIComponent(address.replace('/evidence', '')));

describe('addresses of the evidence pages', () => {
  it('bring back every id, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...itemKinds),
        fc.string({ minLength: 1 }).filter((id) => !/^\/|\/$/.test(id)),
        (kind, id) => {
          expect(read(addressOf(kind, id))).toEqual({ kind, id });
        },
      ),
    );
  });

  it('bring back every id of the register', () => {
    for (const [kind, list] of [
      ['study', studies],
      ['quantity', quantities],
      ['reference', references],
    ] as const)
      for (const { id } of list) expect(read(addressOf(kind, id))).toEqual({ kind, id });
  });

  it('open a source by the id that other pages know it by, and lists, and nothing else', () => {
    expect(parseAddress('studies/turpin-2020')).toEqual({ kind: 'source', id: 'turpin-2020' });
    expect(parseAddress('')).toEqual({ kind: 'home' });
    expect(parseAddress('modules')).toEqual({ kind: 'modules' });
    expect(parseAddress('wizards/merlin')).toEqual({ kind: 'unknown', path: 'wizards/merlin' });
    expect(parseAddress('parameter')).toEqual({ kind: 'unknown', path: 'parameter' });
  });
});
