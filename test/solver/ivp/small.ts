import { type Algebra, problem, type Quantity } from './problem.ts';

/**
 * Test Set for Initial Value Problem Solvers (Mazzia and Magherini, release 2.4, 2008). End values as published
 * there (RADAU5 and others at 1e-18). Equations as in the same report.
 */

/** High irradiance responses of photomorphogenesis. */
export const HIRES = problem({
  name: 'HIRES',
  values: [1, 0, 0, 0, 0, 0, 0, 0.0057],
  end: 321.8122,
  absoluteTolerance: 1e-12,
  endValues: [
    0.7371312573325668e-3, 0.1442485726316185e-3, 0.5888729740967575e-4, 0.1175651343283149e-2,
    0.2386356198831331e-2, 0.6238968252742796e-2, 0.2849998395185769e-2, 0.2850001604814231e-2,
  ].map((value, i) => [i, value] as const),
  build: (a) => {
    const y = (i: number): Quantity => a.y(i - 1);
    const binding = y(6).times(y(8)).times(280);
    return [
      a.sum(y(1).times(-1.71), y(2).times(0.43), y(3).times(8.32), 0.0007),
      a.sum(y(1).times(1.71), y(2).times(-8.75)),
      a.sum(y(3).times(-10.03), y(4).times(0.43), y(5).times(0.035)),
      a.sum(y(2).times(8.32), y(3).times(1.71), y(4).times(-1.12)),
      a.sum(y(5).times(-1.745), y(6).times(0.43), y(7).times(0.43)),
      a.sum(y(4).times(0.69), y(5).times(1.71), y(6).times(-0.43), y(7).times(0.69)).minus(binding),
      binding.minus(y(7).times(1.81)),
      y(7).times(1.81).minus(binding),
    ];
  },
});

/** The Oregonator: Belousov-Zhabotinskii reaction. */
export const OREGO = problem({
  name: 'OREGO',
  values: [1, 2, 3],
  end: 360,
  absoluteTolerance: 1e-10,
  endValues: [
    [0, 0.1000814870318523e1],
    [1, 0.1228178521549917e4],
    [2, 0.1320554942846706e3],
  ],
  build: (a) => {
    const [x, y, z] = [a.y(0), a.y(1), a.y(2)];
    return [
      a.sum(y, x.times(a.minus(1, x.times(8.375e-6)).minus(y))).times(77.27),
      z.minus(x.plus(1).times(y)).over(77.27),
      x.minus(z).times(0.161),
    ];
  },
});

/** Robertson's autocatalytic reaction, carried to 1e11. */
export const ROBER = problem({
  name: 'ROBER',
  values: [1, 0, 0],
  end: 1e11,
  absoluteTolerance: 1e-18,
  endValues: [
    [0, 0.2083340149701255e-7],
    [1, 0.8333360770334713e-13],
    [2, 0.999999979166505],
  ],
  build: (a) => {
    const [x, y, z] = [a.y(0), a.y(1), a.y(2)];
    const slow = x.times(0.04);
    const back = y.times(z).times(1e4);
    const fast = y.times(y).times(3e7);
    return [back.minus(slow), slow.minus(back).minus(fast), fast];
  },
});

/** Van der Pol's oscillator with mu = 1000. */
export const VDPOL = problem({
  name: 'VDPOL (mu = 1000)',
  values: [2, 0],
  end: 2000,
  absoluteTolerance: 1e-10,
  endValues: [
    [0, 0.1706167732170469e1],
    [1, -0.8928097010248125e-3],
  ],
  build: (a) => {
    const [x, v] = [a.y(0), a.y(1)];
    return [v, a.minus(1, x.times(x)).times(v).times(1000).minus(x)];
  },
});

/** Chemistry of air pollution: 25 reactions as `rate: reactants -> changes`, all species numbered from 1. */
const POLLU_REACTIONS: readonly (readonly [
  number,
  readonly number[],
  readonly (readonly [number, number])[],
])[] = [
  [
    0.35,
    [1],
    [
      [1, -1],
      [2, 1],
      [3, 1],
    ],
  ],
  [
    26.6,
    [2, 4],
    [
      [1, 1],
      [2, -1],
      [4, -1],
    ],
  ],
  [
    12300,
    [5, 2],
    [
      [1, 1],
      [2, -1],
      [5, -1],
      [6, 1],
    ],
  ],
  [
    0.00086,
    [7],
    [
      [5, 2],
      [7, -1],
      [8, 1],
    ],
  ],
  [
    0.00082,
    [7],
    [
      [7, -1],
      [8, 1],
    ],
  ],
  [
    15000,
    [7, 6],
    [
      [5, 1],
      [6, -1],
      [7, -1],
      [8, 1],
    ],
  ],
  [
    0.00013,
    [9],
    [
      [5, 1],
      [8, 1],
      [9, -1],
      [10, 1],
    ],
  ],
  [
    24000,
    [9, 6],
    [
      [6, -1],
      [9, -1],
      [11, 1],
    ],
  ],
  [
    16500,
    [11, 2],
    [
      [1, 1],
      [2, -1],
      [10, 1],
      [11, -1],
      [12, 1],
    ],
  ],
  [
    9000,
    [11, 1],
    [
      [1, -1],
      [11, -1],
      [13, 1],
    ],
  ],
  [
    0.022,
    [13],
    [
      [1, 1],
      [11, 1],
      [13, -1],
    ],
  ],
  [
    12000,
    [10, 2],
    [
      [1, 1],
      [2, -1],
      [10, -1],
      [14, 1],
    ],
  ],
  [
    1.88,
    [14],
    [
      [5, 1],
      [7, 1],
      [14, -1],
    ],
  ],
  [
    16300,
    [1, 6],
    [
      [1, -1],
      [6, -1],
      [15, 1],
    ],
  ],
  [
    4800000,
    [3],
    [
      [3, -1],
      [4, 1],
    ],
  ],
  [
    0.00035,
    [4],
    [
      [4, -1],
      [16, 1],
    ],
  ],
  [
    0.0175,
    [4],
    [
      [3, 1],
      [4, -1],
    ],
  ],
  [
    1e8,
    [16],
    [
      [6, 2],
      [16, -1],
    ],
  ],
  [
    4.44e11,
    [16],
    [
      [3, 1],
      [16, -1],
    ],
  ],
  [
    1240,
    [17, 6],
    [
      [5, 1],
      [6, -1],
      [17, -1],
      [18, 1],
    ],
  ],
  [
    2.1,
    [19],
    [
      [2, 1],
      [19, -1],
    ],
  ],
  [
    5.78,
    [19],
    [
      [1, 1],
      [3, 1],
      [19, -1],
    ],
  ],
  [
    0.0474,
    [1, 4],
    [
      [1, -1],
      [4, -1],
      [19, 1],
    ],
  ],
  [
    1780,
    [19, 1],
    [
      [1, -1],
      [19, -1],
      [20, 1],
    ],
  ],
  [
    3.12,
    [20],
    [
      [1, 1],
      [19, 1],
      [20, -1],
    ],
  ],
];

export const POLLU = problem({
  name: 'POLLU',
  values: [0, 0.2, 0, 0.04, 0, 0, 0.1, 0.3, 0.01, 0, 0, 0, 0, 0, 0, 0, 0.007, 0, 0, 0],
  end: 60,
  absoluteTolerance: 1e-16,
  endValues: [
    [0, 0.5646255480022769e-1],
    [1, 0.1342484130422339],
    [2, 0.4139734331099427e-8],
    [3, 0.5523140207484359e-2],
    [4, 0.2018977262302196e-6],
    [19, 0.5682943292316392e-4],
  ],
  build: (a) => {
    const totals: Quantity[] = Array.from({ length: 20 }, () => a.sum(0));
    for (const [rate, reactants, changes] of POLLU_REACTIONS) {
      const flow = a.product(rate, ...reactants.map((i) => a.y(i - 1)));
      for (const [species, amount] of changes)
        totals[species - 1] = (totals[species - 1] as Quantity).plus(flow.times(amount));
    }
    return totals;
  },
});

/** The ring modulator: an electrical circuit with four diodes. */
export const RING = problem({
  name: 'ring modulator',
  values: Array.from({ length: 15 }, () => 0),
  end: 1e-3,
  absoluteTolerance: 1e-12,
  endValues: [
    [9, 0.7267198267264553e-3],
    [10, 0.792948719696084e-3],
    [11, -0.7255283495698965e-3],
  ],
  build: ringModulator,
});

function ringModulator(a: Algebra): Quantity[] {
  const y = (i: number): Quantity => a.y(i - 1);
  const [c, cs, cp] = [1.6e-8, 2e-12, 1e-8];
  const [lh, ls1, ls2, ls3] = [4.45, 2e-3, 5e-4, 5e-4];
  const [r, rp, rg1, rg2, rg3, ri, rc] = [25e3, 50, 36.3, 17.3, 17.3, 50, 600];
  const signal = a.sin(a.time.times(2000 * Math.PI)).times(0.5);
  const carrier = a.sin(a.time.times(20000 * Math.PI)).times(2);
  const diode = (voltage: Quantity): Quantity =>
    a.exp(voltage.times(17.7493332)).minus(1).times(40.67286402e-9);
  const q1 = diode(y(3).minus(y(5)).minus(y(7)).minus(carrier));
  const q2 = diode(y(6).minus(y(4)).minus(y(7)).minus(carrier));
  const q3 = diode(a.sum(y(4), y(5), y(7), carrier));
  const q4 = diode(a.sum(y(7), carrier).minus(y(3)).minus(y(6)));
  const half = (i: number): Quantity => y(i).times(0.5);
  return [
    a.sum(y(8), half(11), y(14)).minus(half(10)).minus(y(1).over(r)).over(c),
    a.sum(y(9), half(13), y(15)).minus(half(12)).minus(y(2).over(r)).over(c),
    y(10).minus(q1).plus(q4).over(cs),
    q2.minus(y(11)).minus(q3).over(cs),
    y(12).plus(q1).minus(q3).over(cs),
    q4.minus(y(13)).minus(q2).over(cs),
    a.sum(q1, q2).minus(q3).minus(q4).minus(y(7).over(rp)).over(cp),
    y(1).over(-lh),
    y(2).over(-lh),
    half(1).minus(y(3)).minus(y(10).times(rg2)).over(ls2),
    y(4).minus(half(1)).minus(y(11).times(rg3)).over(ls3),
    half(2).minus(y(5)).minus(y(12).times(rg2)).over(ls2),
    y(6).minus(half(2)).minus(y(13).times(rg3)).over(ls3),
    signal
      .minus(y(1))
      .minus(y(14).times(ri + rg1))
      .over(ls1),
    y(2)
      .plus(y(15).times(rc + rg1))
      .over(-ls1),
  ];
}
