import { namesIn, parseLaw } from '../language/parse.ts';
import type { ModelSystem } from '../language/system.ts';

export interface DependencyEdge {
  /** Module whose quantity is used. */
  readonly from: string;
  /** Module whose law uses it, or into whose state a flow goes. */
  readonly to: string;
  readonly names: readonly string[];
}

export interface DependencyGraph {
  readonly modules: readonly { readonly name: string; readonly title: string; readonly tier: string }[];
  readonly edges: readonly DependencyEdge[];
}

/** Which module acts on which: through the names in its laws, and through flows into another's states. */
export function dependencyGraph(system: ModelSystem): DependencyGraph {
  const owner = new Map<string, string>();
  for (const list of [system.states, system.parameters, system.inputs, system.derived])
    for (const { id, module } of list) owner.set(id, module);
  const edges = new Map<string, Set<string>>();
  const link = (from: string | undefined, to: string | undefined, name: string): void => {
    if (from === undefined || to === undefined || from === to) return;
    const key = `${from} ${to}`;
    edges.set(key, (edges.get(key) ?? new Set()).add(name));
  };
  const use = (law: string, module: string): void => {
    for (const name of namesIn(parseLaw(law, module))) link(owner.get(name), module, name);
  };
  for (const { law, module } of system.derived) use(law, module);
  for (const { law, module } of system.drifts) use(law, module);
  for (const { law, module, from, to } of system.flows) {
    use(law, module);
    if (from !== undefined) link(module, owner.get(from), from);
    for (const { state, yieldLaw } of to) {
      use(yieldLaw, module);
      link(module, owner.get(state), state);
    }
  }
  return {
    modules: system.modules.map(({ name, title, tier }) => ({ name, title, tier })),
    edges: [...edges]
      .map(([key, names]) => {
        const [from = '', to = ''] = key.split(' ');
        return { from, to, names: [...names].sort() };
      })
      .sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1)),
  };
}

/** The part of a graph around one module: it and its neighbours. */
export function neighbourhood(graph: DependencyGraph, module: string): DependencyGraph {
  const edges = graph.edges.filter(({ from, to }) => from === module || to === module);
  const names = new Set([module, ...edges.flatMap(({ from, to }) => [from, to])]);
  return { modules: graph.modules.filter(({ name }) => names.has(name)), edges };
}

const identifier = (name: string): string => name.replaceAll('-', '_');
const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;

/**
 * The graph as a Mermaid flow chart, which GitHub draws.
 *
 * @param options.label how an edge is labelled; none when absent
 */
export function toMermaid(
  graph: DependencyGraph,
  options: { readonly label?: (edge: DependencyEdge) => string; readonly focus?: string } = {},
): string {
  const lines = graph.modules.map(({ name, title }) => `  ${identifier(name)}[${quoted(title)}]`);
  for (const edge of graph.edges) {
    const text = options.label?.(edge) ?? '';
    const arrow = text === '' ? '-->' : `-->|${quoted(text)}|`;
    lines.push(`  ${identifier(edge.from)} ${arrow} ${identifier(edge.to)}`);
  }
  if (options.focus !== undefined) lines.push(`  style ${identifier(options.focus)} stroke-width:4px`);
  return ['flowchart LR', ...lines].join('\n');
}
