import { expect, test } from 'vitest';
import { bareStrings } from '../../scripts/check-bare-strings.ts';

const found = (markup: string): readonly string[] =>
  bareStrings('x.tsx', `const x = ${markup};`).map(([, text]) => text);

test('text between tags and spoken attributes must come from the translations', () => {
  expect(found('<p>Hello there</p>')).toEqual(['Hello there']);
  expect(found('<p>{"Hello there"}</p>')).toEqual(['Hello there']);
  expect(found('<input placeholder="Your food" />')).toEqual(['Your food']);
  expect(found('<button aria-label="Close"><b>Stop it</b></button>')).toEqual(['Close', 'Stop it']);
  expect(found('<p>{open && <b>Open now</b>}</p>')).toEqual(['Open now']);
});

test('keys, classes, ids, symbols and the name of the product may stand as they are', () => {
  expect(found('<p className="big wide" id="main-text">{t("start.title")} → 5 %</p>')).toEqual([]);
  expect(found('<Chart kind={"line"} to={"/food"} />')).toEqual([]);
  expect(found('<h1>Zonula</h1>')).toEqual([]);
});
