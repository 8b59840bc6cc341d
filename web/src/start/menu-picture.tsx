import type { ReactNode } from 'react';

type Glyph =
  | 'bread'
  | 'burger'
  | 'fries'
  | 'cola'
  | 'fish'
  | 'tomato'
  | 'olives'
  | 'greens'
  | 'beans'
  | 'maize'
  | 'grain'
  | 'banana'
  | 'rice'
  | 'chicken'
  | 'egg'
  | 'cheese'
  | 'avocado'
  | 'carrot'
  | 'nuts'
  | 'jar'
  | 'potato'
  | 'apple'
  | 'feed';

/** Small drawings, each within 40 by 40 around its middle. */
const glyphs: Readonly<Record<Glyph, ReactNode>> = {
  bread: <path d="M-15 12V-4a9 9 0 0 1 6-12H9a9 9 0 0 1 6 12V12Z" fill="#d9a866" stroke="#8d5a24" />,
  burger: (
    <>
      <path d="M-16-3C-16-18 16-18 16-3Z" fill="#d9923f" stroke="#8d5a24" />
      <path d="M-17 2H17" stroke="#5e9a3c" strokeWidth="4" />
      <path d="M-16 7H16" stroke="#6b3a22" strokeWidth="6" />
      <path d="M-16 11H16V14a4 4 0 0 1-4 3H-12a4 4 0 0 1-4-3Z" fill="#d9923f" stroke="#8d5a24" />
    </>
  ),
  fries: (
    <>
      <path d="M-9 0V-14M-3 0V-17M3 0V-15M9 0V-17" stroke="#e3b43c" strokeWidth="5" />
      <path d="M-13-3H13L9 16H-9Z" fill="#c4432f" stroke="#7d2a1d" />
    </>
  ),
  cola: (
    <>
      <path d="M-9-12H9L7 17H-7Z" fill="#6a3a20" stroke="#3d2110" />
      <path d="M-9-12H9" stroke="#e9dcc8" strokeWidth="4" />
      <path d="M2-12L7-20" stroke="#c4432f" strokeWidth="2.5" />
    </>
  ),
  fish: (
    <>
      <path d="M-16 0C-8-12 6-12 12 0 6 12-8 12-16 0Z" fill="#7fa9bd" stroke="#3d6579" />
      <path d="M11 0L19-8V8Z" fill="#7fa9bd" stroke="#3d6579" />
      <circle cx="-9" cy="-2" r="1.6" fill="#1c2a30" />
    </>
  ),
  tomato: (
    <>
      <circle r="12" cy="2" fill="#d3452f" stroke="#8f2a1a" />
      <path d="M-6-9L0-6 6-9" stroke="#4d7d2d" strokeWidth="3" fill="none" />
    </>
  ),
  olives: (
    <>
      <ellipse cx="-6" cy="3" rx="8" ry="6.500" fill="#7b8a3a" stroke="#4b5620" />
      <ellipse cx="7" cy="-3" rx="8" ry="6.500" fill="#5b6a2d" stroke="#3a4518" />
      <circle cx="-10" cy="2" r="2" fill="#c4432f" />
    </>
  ),
  greens: (
    <path
      d="M0 17C-17 10-18-6-8-13-4-8-2-8 0-17 2-8 4-8 8-13 18-6 17 10 0 17Z"
      fill="#6fa84d"
      stroke="#3c6b25"
    />
  ),
  beans: (
    <g stroke="#5a2118">
      <ellipse cx="-8" cy="5" rx="7" ry="5" fill="#9b3f2f" />
      <ellipse cx="6" cy="8" rx="7" ry="5" fill="#9b3f2f" transform="rotate(-20 6 8)" />
      <ellipse cx="0" cy="-6" rx="7" ry="5" fill="#b3543f" transform="rotate(25 0 -6)" />
    </g>
  ),
  maize: (
    <>
      <path d="M0-17C9-12 9 10 0 16-9 10-9-12 0-17Z" fill="#e6bb3f" stroke="#a07a16" />
      <path
        d="M0 17C-14 12-12-2-11-6-8 2-4 8 0 17ZM0 17C14 12 12-2 11-6 8 2 4 8 0 17Z"
        fill="#6fa84d"
        stroke="#3c6b25"
      />
    </>
  ),
  grain: (
    <>
      <path d="M-17-1H17C17 11 9 16 0 16S-17 11-17-1Z" fill="#b98a56" stroke="#6f4b22" />
      <ellipse cy="-2" rx="17" ry="5.500" fill="#ead9b0" stroke="#6f4b22" />
    </>
  ),
  banana: (
    <path d="M-15-10C-12 8 2 14 15 9 17 13 14 15 8 16-8 18-19 6-15-10Z" fill="#ecc94b" stroke="#9b7a1b" />
  ),
  rice: (
    <>
      <path d="M-17 0H17C17 11 9 16 0 16S-17 11-17 0Z" fill="#6f8fb0" stroke="#3b5673" />
      <path d="M-16 0C-13-13 13-13 16 0Z" fill="#fbf7ec" stroke="#b4a88d" />
    </>
  ),
  chicken: (
    <>
      <path d="M-3 7C-18 5-17-14-2-15 12-15 14 2 3 8Z" fill="#d99a57" stroke="#8d5a24" />
      <path d="M1 7L10 15" stroke="#efe5d2" strokeWidth="5" />
    </>
  ),
  egg: (
    <>
      <path d="M-16 3C-16-8-6-14 3-12 13-10 18-2 15 7 11 16-15 15-16 3Z" fill="#fffdf6" stroke="#b4a88d" />
      <circle cx="1" cy="1" r="6.500" fill="#efb52f" />
    </>
  ),
  cheese: <path d="M-17 8L12-10 17 0V12H-17Z" fill="#edc55a" stroke="#a07a16" />,
  avocado: (
    <>
      <path
        d="M0-17C8-15 15 2 11 10 7 18-7 18-11 10-15 2-8-15 0-17Z"
        fill="#a9c26a"
        stroke="#4d6b25"
        strokeWidth="3"
      />
      <circle cy="6" r="5.500" fill="#7a4a24" />
    </>
  ),
  carrot: (
    <>
      <path d="M-13 15L6-9 11-4Z" fill="#e07b2e" stroke="#9b4d13" />
      <path d="M8-7L16-15M8-7L10-17M8-7L18-8" stroke="#4d8a2d" strokeWidth="3" />
    </>
  ),
  nuts: (
    <g stroke="#6f4b22">
      <ellipse cx="-6" cy="4" rx="8" ry="6" fill="#b98a56" transform="rotate(-25 -6 4)" />
      <ellipse cx="7" cy="-3" rx="8" ry="6" fill="#a87843" transform="rotate(30 7 -3)" />
    </g>
  ),
  jar: (
    <>
      <path d="M-12-10H12V13a4 4 0 0 1-4 4H-8a4 4 0 0 1-4-4Z" fill="#f7f2e6" stroke="#8f8571" />
      <path d="M-12-3H12V6H-12Z" fill="#b9cfe0" />
      <path d="M-11-16H11V-10H-11Z" fill="#8f8571" />
    </>
  ),
  potato: <path d="M-15 3C-16-8-4-13 6-10 16-7 18 6 9 11-1 16-14 13-15 3Z" fill="#d6b87a" stroke="#8f6f33" />,
  apple: (
    <>
      <path d="M0-7C-16-14-18 8-6 16-2 18 2 18 6 16 18 8 16-14 0-7Z" fill="#c8503a" stroke="#7d2a1d" />
      <path d="M0-7C0-12 2-15 5-17" stroke="#6b3a22" strokeWidth="2.500" fill="none" />
    </>
  ),
  feed: (
    <>
      <path d="M-10-17H10V6L4 11H-4L-10 6Z" fill="#f2ead8" stroke="#8f8571" />
      <path d="M0 11V18" stroke="#8f8571" strokeWidth="3" />
      <path d="M-10-4H10V6L4 11H-4L-10 6Z" fill="#d9b98a" />
    </>
  ),
};

/** What lies on the plate of each day menu: foods that the menu in fact holds. */
const plates: Readonly<Record<string, readonly [Glyph, Glyph, Glyph, Glyph]>> = {
  western: ['burger', 'fries', 'cola', 'bread'],
  mediterranean: ['fish', 'tomato', 'olives', 'bread'],
  rural_high_fibre: ['beans', 'maize', 'grain', 'greens'],
  low_fodmap: ['rice', 'chicken', 'banana', 'carrot'],
  ketogenic: ['egg', 'avocado', 'cheese', 'greens'],
  vegan: ['beans', 'nuts', 'greens', 'grain'],
  gluten_free: ['rice', 'potato', 'chicken', 'apple'],
  guideline: ['grain', 'greens', 'fish', 'apple'],
  fermented_food: ['jar', 'cheese', 'bread', 'burger'],
  enteral: ['feed', 'feed', 'feed', 'feed'],
};

const places = [
  [-24, -16],
  [24, -16],
  [-24, 20],
  [24, 20],
] as const;

/** A plate with four foods. Decoration: the name stands beside it. */
export function MenuPicture({ menu }: { menu: string }): ReactNode {
  const plate = plates[menu] ?? plates.western ?? [];
  return (
    <svg className="menu-picture" viewBox="-70 -50 140 100" aria-hidden="true" focusable="false">
      <ellipse rx="66" ry="46" fill="var(--paper)" stroke="var(--line-strong)" strokeWidth="1.500" />
      <ellipse rx="54" ry="37" fill="none" stroke="var(--line)" strokeWidth="1.500" />
      {(menu === 'enteral' ? plate.slice(0, 1) : plate).map((glyph, index) => {
        const [x, y] = menu === 'enteral' ? [0, 0] : (places[index] ?? [0, 0]);
        return (
          <g
            key={places[index]?.join()}
            transform={`translate(${x} ${y})`}
            strokeWidth="1.500"
            strokeLinejoin="round"
          >
            {glyphs[glyph]}
          </g>
        );
      })}
    </svg>
  );
}
