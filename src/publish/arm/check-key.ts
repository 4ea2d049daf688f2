/** Whether a name may stand in a URL. `..` as the id of an operation would reach the policy of its API: reference/management-api.md §0.6. */
import type { ResourceKey } from '../resource-key.js';

interface NameRule {
  readonly what: string;
  /** In characters. */
  readonly longest: number;
  readonly pattern?: RegExp;
  /** What the pattern asks for, after "it". */
  readonly asks?: string;
}

const NOT_RESERVED = { pattern: /^[^*#&+:<>?]+$/u, asks: 'may not hold any of * # & + : < > ?' };

/** Source: reference/management-api.md §2.1. */
const NAME_RULES = {
  'named value': { what: 'named value', longest: 256, ...NOT_RESERVED },
  backend: { what: 'backend', longest: 80 },
  fragment: { what: 'policy fragment', longest: 80, pattern: /^(?:\w+|\w[\w-]+\w)$/u, asks: 'holds only letters, digits, _ and -, and starts and ends with none of -' },
  workspace: { what: 'workspace', longest: 80, ...NOT_RESERVED },
  product: { what: 'product', longest: 256 },
  api: { what: 'API', longest: 256, ...NOT_RESERVED },
  operation: { what: 'operation', longest: 80 },
} as const satisfies Readonly<Record<string, NameRule>>;

export type NameKind = keyof typeof NAME_RULES;

/** Separators of paths, and `%`, because what stands between here and the service may decode a name twice. */
const SEPARATORS = /[/\\%]/u;
/** `Cs`: half of a surrogate pair, which cannot be encoded. */
const UNENCODABLE = /[\p{Cc}\p{Cs}]/u;

/**
 * Why a resource cannot be asked for, one sentence; undefined when all of its names may stand in a URL.
 */
export function checkKey(key: ResourceKey): string | undefined {
  for (const [kind, name] of namesOf(key)) {
    const problem = checkName(kind, name);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Why the service has no resource of that kind and name, one sentence. */
export function checkName(kind: NameKind, name: string): string | undefined {
  const rule: NameRule = NAME_RULES[kind];
  const shown = `the ${rule.what} name ${JSON.stringify(name)}`;
  if (name === '') return `a ${rule.what} has an empty name; give it one`;
  if (name === '.' || name === '..') return `${shown} would lead to another resource; rename it`;
  if (UNENCODABLE.test(name)) return `${shown} holds a control character or half of a character; rename it`;
  if (SEPARATORS.test(name)) return `${shown} holds one of / \\ %, which have a meaning in URLs; rename it`;
  if ([...name].length > rule.longest) return `${shown} is longer than ${rule.longest} characters; shorten it`;
  if (rule.pattern !== undefined && !rule.pattern.test(name)) return `${shown} is not one that API Management takes: it ${rule.asks ?? 'has another form'}; rename it`;
  return undefined;
}

function namesOf(key: ResourceKey): readonly (readonly [NameKind, string])[] {
  switch (key.kind) {
    case 'named-value':
      return [['named value', key.id]];
    case 'backend':
      return [['backend', key.id]];
    case 'fragment':
      return [['fragment', key.id]];
    case 'policy': {
      const { scope } = key;
      switch (scope.kind) {
        case 'global':
          return [];
        case 'workspace':
          return [['workspace', scope.workspace]];
        case 'product':
          return [['product', scope.product]];
        case 'api':
          return [['api', scope.api]];
        case 'operation':
          return [['api', scope.api], ['operation', scope.operation]];
      }
    }
  }
}
