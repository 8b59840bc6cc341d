/**
 * The shape of a module: plain data that a physiologist can read.
 *
 * A module never holds machinery. Laws are strings; the types below check every name inside them, so that
 * a misspelt name is a compile error at its own line. Units, grades and sources are checked when modules
 * are assembled (`assemble.ts`).
 */

/** How well a number is known. Every grade but `assumed` needs a `source`. */
export type Grade =
  | 'human-in-vivo'
  | 'human-ex-vivo'
  | 'animal'
  | 'in-vitro'
  /** Tuned to a named study or to the healthy state: not evidence. */
  | 'fitted'
  /** Chosen by the modellers; nobody has measured it. Give it a wide range. */
  | 'assumed'
  /** 0 unless a condition sets it. */
  | 'switch'
  | 'chemistry'
  | 'numerical';

/** Lower and upper bound of what is believed possible. */
export type Range = readonly [low: number, high: number];

/** One number, or one per value of the index in the declaration's name, e.g. `{ pc: 2.05, dc: 0.135 }`. */
export type Indexed<T> = T | { readonly [index: string]: T };

export interface StateDeclaration {
  /** Healthy value (24-h mean); the starting guess of a run. */
  readonly value: Indexed<number>;
  readonly unit: string;
  readonly range: Indexed<Range>;
  readonly means: string;
  /** No law reads this state: it exists to be reported. */
  readonly readOut?: true;
  /** Slow or cumulative: left to its own history instead of being forced into the periodic start state. */
  readonly slow?: true;
  /** What one unit of this state carries, as laws of parameters, for the balances (mmol carbon, mmol nitrogen, L water). */
  readonly holds?: { readonly carbon?: string; readonly nitrogen?: string; readonly water?: string };
}

interface ParameterNumbers {
  readonly value: Indexed<number>;
  readonly unit: string;
  readonly range: Indexed<Range>;
  readonly means: string;
  /** What is known, in one sentence, where the source alone does not say it. */
  readonly note?: string;
}

export type ParameterDeclaration<SourceId extends string = string> = ParameterNumbers &
  (
    | { readonly grade: 'assumed'; readonly source?: SourceId | readonly SourceId[] }
    | { readonly grade: Exclude<Grade, 'assumed'>; readonly source: SourceId | readonly SourceId[] }
  );

/** A declared input: constant or linear in time between events; zero (its `value`) unless something sets it. */
export interface InputDeclaration {
  readonly value: number;
  readonly unit: string;
  readonly range: Range;
  readonly means: string;
}

/**
 * A name of another module that laws may use. `absent` stands in when no assembled module has it: a structural
 * neutral number (0, 1, 2) or a law of this module's own names.
 */
export type ReadDeclaration = string | { readonly unit: string; readonly absent: number | string };

/** A state of another module that a flow of this one enters or leaves; `optional` lets the flow end outside when it is absent. */
export type WriteDeclaration = string | { readonly unit: string; readonly optional: true };

export interface DeriveDeclaration {
  readonly law: string;
  readonly unit: string;
  readonly means: string;
}

/**
 * Matter that moves or turns over. `rate` is what leaves `from` per hour (in its unit); every `to` gains
 * rate x its yield (a law; plain `to: 'x'` means yield 1). Without `from` it comes from outside,
 * without `to` it leaves the books.
 */
export interface FlowDeclaration {
  readonly from?: string;
  readonly to?: string | { readonly [state: string]: string };
  readonly rate: string;
  readonly means: string;
}

/** Change of an index that is not matter, per hour. */
export interface DriftDeclaration {
  readonly rate: string;
  readonly means: string;
}

/** A jump: `amount` (a law of parameters, in the state's unit) is added to `to` at one moment, times the size of the dose. */
export interface EventDeclaration {
  readonly to: string;
  readonly amount: string;
  readonly means: string;
}

export interface ModuleDeclaration<SourceId extends string = string> {
  /** kebab-case, unique. */
  readonly name: string;
  /** Short title for pages. */
  readonly title: string;
  readonly about: string;
  /** First tier of the specification that contains it. */
  readonly tier: 'core' | 'extension' | 'full';
  /** Placeholders of one character, expanded in every name and law: `{ '@': ['pc', 'dc'] }`. */
  readonly index?: { readonly [placeholder: string]: readonly string[] };
  readonly reads?: { readonly [name: string]: ReadDeclaration };
  readonly writes?: { readonly [name: string]: WriteDeclaration };
  readonly inputs?: { readonly [name: string]: InputDeclaration };
  readonly states?: { readonly [name: string]: StateDeclaration };
  readonly params?: { readonly [name: string]: ParameterDeclaration<SourceId> };
  readonly derive?: { readonly [name: string]: DeriveDeclaration };
  readonly flows?: { readonly [name: string]: FlowDeclaration };
  /** Keyed by the state that drifts. A state has either a drift or flows, never both. */
  readonly drift?: { readonly [state: string]: DriftDeclaration };
  readonly events?: { readonly [name: string]: EventDeclaration };
}

/* ---------- names inside laws, checked by the type system ---------- */

/** The closed set of named laws; see `laws.ts` for formulas, derivatives and sentences. */
export type LawName =
  | 'mo'
  | 'hill'
  | 'inh'
  | 'relax'
  | 'gate'
  | 'pos'
  | 'qss'
  | 'bnd'
  | 'exp'
  | 'circ'
  | 'acid';

type Separator = ' ' | '\n' | '\t' | '+' | '-' | '*' | '/' | '(' | ')' | ',' | '^';

/** Every token of a law between separators (names and numbers), as a union. Tail-recursive over characters. */
type Tokens<
  Law extends string,
  Word extends string = '',
  Found = never,
> = Law extends `${infer Head}${infer Tail}`
  ? Head extends Separator
    ? Tokens<Tail, '', Word extends '' ? Found : Found | Word>
    : Tokens<Tail, `${Word}${Head}`, Found>
  : Word extends ''
    ? Found
    : Found | Word;

/** Literals that laws may hold: structural numbers and integer exponents. Everything else is a named parameter. */
type StructuralNumber = '0' | '1' | '2' | '3' | '4';

type IndexOf<M> = M extends { readonly index: infer I } ? I : Record<never, never>;
type Expand<Name, I> =
  | Name
  | {
      [P in keyof I & string]: Name extends `${infer Before}${P}${infer After}`
        ? I[P] extends readonly (infer V extends string)[]
          ? `${Before}${V}${After}`
          : never
        : never;
    }[keyof I & string];

type KeysOf<M, Field extends string> = M extends { readonly [F in Field]: infer T }
  ? keyof T & string
  : never;

type OwnNames<M> = Expand<
  | KeysOf<M, 'reads'>
  | KeysOf<M, 'writes'>
  | KeysOf<M, 'inputs'>
  | KeysOf<M, 'states'>
  | KeysOf<M, 'params'>
  | KeysOf<M, 'derive'>,
  IndexOf<M>
>;
type FlowEnds<M> = Expand<KeysOf<M, 'states'> | KeysOf<M, 'writes'>, IndexOf<M>>;

type UnknownIn<Law extends string, Names> = Exclude<Tokens<Law>, Names | LawName | StructuralNumber | 't'>;

/** An object type, so that its intersection with the law's own string stays readable in the compiler's message. */
interface UnknownName<Name extends string> {
  readonly unknownName: Name;
}
interface UnknownState<Name extends string> {
  readonly notAStateHereNorInWrites: Name;
}

/** The law itself when all its names are known; otherwise a type that names the first strangers. */
type CheckedLaw<Law, Names> = Law extends string
  ? [UnknownIn<Law, Names>] extends [never]
    ? Law
    : UnknownName<UnknownIn<Law, Names> & string>
  : Law;

type CheckedEnd<End, M> = End extends string
  ? End extends FlowEnds<M>
    ? End
    : UnknownState<End>
  : {
      readonly [K in keyof End]: K extends FlowEnds<M>
        ? CheckedLaw<End[K], OwnNames<M>>
        : UnknownState<K & string>;
    };

type CheckedFlow<Flow, M> = {
  readonly [P in keyof Flow]: P extends 'rate'
    ? CheckedLaw<Flow[P], OwnNames<M>>
    : P extends 'from' | 'to'
      ? CheckedEnd<Flow[P], M>
      : Flow[P];
};

type CheckedField<Declaration, Field extends string, M> = {
  readonly [P in keyof Declaration]: P extends Field
    ? CheckedLaw<Declaration[P], OwnNames<M>>
    : Declaration[P];
};

export type Checked<M> = {
  readonly [Field in keyof M]: Field extends 'derive'
    ? { readonly [K in keyof M[Field]]: CheckedField<M[Field][K], 'law', M> }
    : Field extends 'flows'
      ? { readonly [K in keyof M[Field]]: CheckedFlow<M[Field][K], M> }
      : Field extends 'drift'
        ? {
            readonly [K in keyof M[Field]]: K extends FlowEnds<M>
              ? CheckedField<M[Field][K], 'rate', M>
              : UnknownState<K & string>;
          }
        : Field extends 'events'
          ? { readonly [K in keyof M[Field]]: CheckedField<M[Field][K], 'amount', M> }
          : M[Field];
};

/**
 * Makes a `defineModule` whose sources are checked against a closed set of ids.
 *
 * @returns a function that gives its argument back unchanged; all its work is done by the type checker.
 */
export function moduleDefiner<SourceId extends string>() {
  return <const M extends ModuleDeclaration<SourceId>>(module: M & Checked<M>): ModuleDeclaration<SourceId> =>
    module;
}
