/**
 * Coefficients of the step methods.
 *
 * Rosenbrock methods stand in the form without matrix products (Hairer and Wanner, Solving ODEs II, section IV.7):
 * `(1/(h gamma) I - J) k_i = f(t + c_i h, y + sum a_ij k_j) + sum (C_ij / h) k_j + h d_i df/dt`. Both are stiffly
 * accurate: the last stages add one k each, and the last k is the error estimate.
 */

export interface ExplicitTableau {
  readonly stages: number;
  readonly order: number;
  /** |z| up to which real negative z = step times rate is stable. */
  readonly stabilityInterval: number;
  readonly nodes: readonly number[];
  /** Row i holds the weights of stages 0 .. i-1; the last row gives the solution (first-same-as-last). */
  readonly weights: readonly (readonly number[])[];
  /** Weights of the error estimate (5th minus 4th order). */
  readonly error: readonly number[];
  /** Row i: coefficients of theta, theta^2, theta^3, theta^4 of stage i's weight in dense output. */
  readonly dense: readonly (readonly number[])[];
}

export interface RosenbrockTableau {
  readonly stages: number;
  readonly order: number;
  readonly gamma: number;
  readonly nodes: readonly number[];
  readonly timeWeights: readonly number[];
  readonly weights: readonly (readonly number[])[];
  readonly couplings: readonly (readonly number[])[];
  /** Row r: weights of the k for the r-th correction of the dense output polynomial. */
  readonly dense: readonly (readonly number[])[];
}

/**
 * Ch. Tsitouras, Runge-Kutta pairs of order 5(4) satisfying only the first column simplifying assumption,
 * Computers & Mathematics with Applications 62 (2011) 770-775. Dense output of order 4 from the same paper.
 */
export const TSIT5: ExplicitTableau = {
  stages: 7,
  order: 5,
  stabilityInterval: 3.5,
  nodes: [0, 0.161, 0.327, 0.9, 0.9800255409045097, 1, 1],
  weights: [
    [],
    [0.161],
    [-0.008480655492356989, 0.335480655492357],
    [2.8971530571054935, -6.359448489975075, 4.3622954328695815],
    [5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525],
    [5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383],
    [0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774],
  ],
  error: [
    -0.001780011052225777, -0.0008164344596567469, 0.007880878010261995, -0.1447110071732629,
    0.5823571654525552, -0.45808210592918697, 0.015151515151515152,
  ],
  dense: [
    [1, -2.763706197274826, 2.9132554618219126, -1.0530884977290216],
    [0, 0.13169999999999998, -0.2234, 0.1017],
    [0, 3.9302962368947516, -5.941033872131505, 2.490627285651253],
    [0, -12.411077166933676, 30.33818863028232, -16.548102889244902],
    [0, 37.50931341651104, -88.1789048947664, 47.37952196281928],
    [0, -27.896526289197286, 65.09189467479366, -34.87065786149661],
    [0, 1.5, -4, 2.5],
  ],
};

/**
 * Zonula's own pair of order 5(4), for mildly stiff systems: real stability interval 5.95 against Tsit5's 3.5, at the
 * same six evaluations a step.
 *
 * A member of Dormand and Prince's family (J. Comput. Appl. Math. 6 (1980) 19-26): no weight for stage 2, stage order
 * 2 from stage 3 on, b A = b (1 - c), last stage at the new point. On a linear system the step multiplies by
 * `1 + z + ... + z^5/120 + w z^6`; w = 0.00075 makes the interval long (the longest, 6.26,
 * is at 0.000726, without damping) and keeps |R| below 0.7 inside it. What freedom is left was spent on the sixth
 * order's error terms (norm 1.7e-3; Tsit5 1.4e-4, which has the shorter interval). Dense output of order 4: cubic
 * Hermite plus theta^2 (1 - theta)^2 times a combination of all stages. Solved in 40 digits; the order conditions
 * and the interval are tested.
 */
export const WIDE5: ExplicitTableau = {
  stages: 7,
  order: 5,
  stabilityInterval: 5.95,
  nodes: [0, 0.24, 0.32, 0.45, 0.652, 1, 1],
  weights: [
    [],
    [0.24],
    [0.10666666666666667, 0.21333333333333335],
    [0.113818359375, 0.0791015625, 0.257080078125],
    [0.18397262829566854, -0.3730604943502825, 0.5877155467731421, 0.2533723192814718],
    [-0.5074244703047845, 1.275872128069994, 2.835699676084087, -4.872627993000173, 2.2684806591508764],
    [
      0.08276528061804135, 0, 0.7524441658034854, -0.5805708776005806, 0.6462260612526088,
      0.09913536992644498,
    ],
  ],
  error: [
    0.015835481891447335, 0, -0.15830733750445156, 0.22875544844087597, -0.09770686503132776,
    -0.01628161029157278, 0.027704882495028796,
  ],
  dense: [
    [1, -3.1580117664979492, 3.6470846554680643, -1.4063076083520736],
    [0, 0, 0, 0],
    [0, 7.797956042172026, -12.58613542113011, 5.54062354476157],
    [0, -4.747460704987341, 7.17263789957236, -3.0057480721855994],
    [0, -0.09624986906893893, 2.777403983148313, -2.0349280528267655],
    [0, -1.0376740667030957, 2.471889613111971, -1.3350801764824305],
    [0, 1.241440365085299, -3.482880730170598, 2.2414403650852988],
  ],
};

/** G. Steinebach, Order-reduction of ROW-methods for DAEs and method of lines applications, TH Darmstadt 1995. */
export const RODAS4P: RosenbrockTableau = {
  stages: 6,
  order: 4,
  gamma: 0.25,
  nodes: [0, 0.75, 0.21, 0.63, 1, 1],
  timeWeights: [0.25, -0.5, -0.023504, -0.0362, 0, 0],
  weights: [
    [],
    [3],
    [1.831036793486759, 0.4955183967433795],
    [2.304376582692669, -0.05249275245743001, -1.176798761832782],
    [-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401],
    [-7.170454962423024, -4.741636671481785, -16.31002631330971, -1.062004044111401, 1],
  ],
  couplings: [
    [],
    [-12],
    [-8.791795173947035, -2.207865586973518],
    [10.81793056857153, 6.780270611428266, 19.5348594464241],
    [34.19095006749676, 15.49671153725963, 54.7476087596413, 14.16005392148534],
    [34.62605830930532, 15.30084976114473, 56.99955578662667, 18.40807009793095, -5.714285714285717],
  ],
  dense: [
    [25.09876703708589, 11.62013104361867, 28.49148307714626, -5.664021568594133, 0, 0],
    [1.638054557396973, -0.7373619806678748, 8.47791821923899, 15.9925314877952, -1.882352941176471, 0],
  ],
};

/**
 * G. Steinebach, Construction of Rosenbrock-Wanner method Rodas5P and numerical benchmarks within the Julia
 * Differential Equations package, BIT Numerical Mathematics 63 (2023) 27, doi:10.1007/s10543-023-00967-x.
 */
export const RODAS5P: RosenbrockTableau = {
  stages: 8,
  order: 5,
  gamma: 0.21193756319429014,
  nodes: [0, 0.6358126895828704, 0.4095798393397535, 0.9769306725060716, 0.4288403609558664, 1, 1, 1],
  timeWeights: [
    0.21193756319429014, -0.42387512638858027, -0.3384627126235924, 1.8046452872882734, 2.325825639765069, 0,
    0, 0,
  ],
  weights: [
    [],
    [3],
    [2.849394379747939, 0.45842242204463923],
    [-6.954028509809101, 2.489845061869568, -10.358996098473584],
    [2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641],
    [-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946],
    [
      -7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946,
      1,
    ],
    [
      -7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946,
      1, 1,
    ],
  ],
  couplings: [
    [],
    [-14.155112264123755],
    [-17.97296035885952, -2.859693295451294],
    [147.12150275711716, -1.41221402718213, 71.68940251302358],
    [165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306],
    [24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125, -0.6610691825249471],
    [
      30.91273214028599, -3.1208243349937974, 77.79954646070892, 34.28646028294783, -19.097331116725623,
      -28.087943162872662,
    ],
    [
      37.80277123390563, -3.2571969029072276, 112.26918849496327, 66.9347231244047, -40.06618937091002,
      -54.66780262877968, -9.48861652309627,
    ],
  ],
  dense: [
    [
      25.948786856663858, -2.5579724845846235, 10.433815404888879, -2.3679251022685204, 0.524948541321073,
      1.1241088310450404, 0.4272876194431874, -0.17202221070155493,
    ],
    [
      -9.91568850695171, -0.9689944594115154, 3.0438037242978453, -24.495224566215796, 20.176138334709044,
      15.98066361424651, -6.789040303419874, -6.710236069923372,
    ],
    [
      11.419903575922262, 2.8879645146136994, 72.92137995996029, 80.12511834622643, -52.072871366152654,
      -59.78993625266729, -0.15582684282751913, 4.883087185713722,
    ],
  ],
};
