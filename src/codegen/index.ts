/** One system of equations, many products. */
export { emitC } from './c.ts';
export { dependencyGraph, toMermaid } from './dependency-graph.ts';
export { compileJavaScript, emitJavaScript } from './javascript.ts';
export type { Kernel, KernelNames, StepMethod } from './kernel.ts';
export { lawToLatex } from './latex.ts';
export { lawToMathml } from './mathml.ts';
export { toSbml } from './sbml.ts';
export { lawSentences } from './sentences.ts';
export { compileWasm, emitWasm } from './wasm.ts';
