/** Finds out for whom an application calls, for metrics and budgets. Explained in docs/patterns/end-user-context.md. */
import { cs, csBlock } from '../expression.js';
import { group } from '../group.js';
import { setHeader, setVariable } from '../policies.generated.js';
import type { Policy } from '../policy.js';
import type { Expression } from '../property-types.js';
import { stringArray } from '../string-array.js';

export interface EndUserContextProperties {
  /**
   * Variable with the token that validateAzureAdToken or validateJwt checked (their `outputTokenVariableName`): then its claims alone
   * count. Without it, headers and unchecked tokens of the caller are believed, which is right only behind applications you trust.
   */
  readonly validatedJwt?: string;
}

export interface EndUserContext {
  /** Sets the variables and takes the headers about the user out of the request. In front of managedIdentity, which replaces the token. */
  readonly inbound: Policy<'inbound'>;
  /** Key for counters: the subscription, else application and user, else the user, else the address. */
  readonly counterKey: Expression<string>;
  /** Dimensions for llmEmitTokenMetric: four, which leaves one of the five custom ones that the newest reference page allows. */
  readonly dimensions: readonly { readonly name: string; readonly value: Expression<string> }[];
}

const HEADERS = {
  user: 'x-apim-end-user-id',
  tenant: 'x-apim-end-user-tenant-id',
  application: 'x-apim-client-application-id',
  token: 'x-apim-end-user-jwt',
} as const;

/** Claims in which the identity stands, best first. */
const CLAIMS = { user: ['oid', 'sub'], tenant: ['tid'], application: ['azp', 'appid', 'client_id'] } as const;

const VARIABLES = { user: 'forwardedEndUserId', tenant: 'forwardedEndUserTenantId', application: 'clientApplicationId' } as const;

const UNKNOWN = 'unknown';

type Aspect = keyof typeof CLAIMS;
const ASPECTS: readonly Aspect[] = ['user', 'tenant', 'application'];

/**
 * Works out user, tenant and application of a call and keeps them in the variables forwardedEndUserId, forwardedEndUserTenantId,
 * clientApplicationId and identitySource; each is "unknown" when nothing says it.
 * @example
 * const endUser = endUserContext({ validatedJwt: 'callerToken' });
 * inbound: [base(), endUser.inbound, llmTokenLimit({ counterKey: endUser.counterKey, tokensPerMinute: 10_000, estimatePromptTokens: true })]
 */
export function endUserContext({ validatedJwt }: EndUserContextProperties = {}): EndUserContext {
  const source = validatedJwt === undefined ? statedByCaller() : statedByToken(validatedJwt);
  return {
    inbound: group<'inbound'>(endUserContext, [
      ...source.preparation,
      ...ASPECTS.map((aspect) => setVariable({ name: VARIABLES[aspect], value: source.value(aspect) })),
      setVariable({ name: 'identitySource', value: source.kind }),
      setVariable({ name: 'tokenCounterKey', value: counterKey() }),
      ...Object.values(HEADERS).map((name) => setHeader({ name, existsAction: 'delete' })),
    ]),
    counterKey: cs`context.Variables.GetValueOrDefault<string>("tokenCounterKey", context.Request.IpAddress)`,
    dimensions: [
      { name: 'End User ID', value: variable(VARIABLES.user) },
      { name: 'End User Tenant ID', value: variable(VARIABLES.tenant) },
      { name: 'Client Application ID', value: variable(VARIABLES.application) },
      { name: 'Identity Source', value: variable('identitySource') },
    ],
  };
}

interface IdentitySource {
  readonly preparation: readonly Policy<'inbound'>[];
  readonly value: (aspect: Aspect) => Expression;
  /** `header`, `jwt` or `unknown`. */
  readonly kind: Expression;
}

function statedByCaller(): IdentitySource {
  const token = csBlock`
    var headers = context.Request.Headers;
    var token = headers.GetValueOrDefault(${HEADERS.token}, headers.GetValueOrDefault("Authorization", "")).Trim();
    return token.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? token.Substring(7).Trim() : token;
  `;
  const kept = cs`context.Variables.GetValueOrDefault<string>("forwardedIdentityToken", "")`;
  const headers = stringArray(ASPECTS.map((aspect) => HEADERS[aspect]));
  return {
    preparation: [setVariable({ name: 'forwardedIdentityToken', value: token })],
    value: (aspect) => csBlock`
      var stated = context.Request.Headers.GetValueOrDefault(${HEADERS[aspect]}, "");
      if (stated != "") {
          return stated;
      }
      var jwt = ${kept}.AsJwt();
      return jwt == null ? ${UNKNOWN} : ${firstClaim(cs`jwt`, aspect)};
    `,
    kind: cs`${headers}.Any(name => context.Request.Headers.GetValueOrDefault(name, "") != "") ? "header" : ${kept}.AsJwt() != null ? "jwt" : ${UNKNOWN}`,
  };
}

function statedByToken(name: string): IdentitySource {
  const jwt = cs`context.Variables.GetValueOrDefault<Jwt>(${name})`;
  return {
    preparation: [],
    value: (aspect) => csBlock`
      var jwt = ${jwt};
      return jwt == null ? ${UNKNOWN} : ${firstClaim(cs`jwt`, aspect)};
    `,
    kind: cs`${jwt} == null ? ${UNKNOWN} : "jwt"`,
  };
}

/** The first of the claims that is there and not empty. */
function firstClaim(jwt: Expression, aspect: Aspect): Expression {
  return cs`${stringArray(CLAIMS[aspect])}.Select(name => ${jwt}.Claims.GetValueOrDefault(name, "")).FirstOrDefault(claim => claim != "") ?? ${UNKNOWN}`;
}

function counterKey(): Expression {
  return csBlock`
    if (context.Subscription != null) {
        return "subscription:" + context.Subscription.Id;
    }
    var user = ${variable(VARIABLES.user)};
    var application = ${variable(VARIABLES.application)};
    if (user == ${UNKNOWN}) {
        return "ip:" + context.Request.IpAddress;
    }
    return application == ${UNKNOWN} ? "user:" + user : "app:" + application + "|user:" + user;
  `;
}

function variable(name: string): Expression {
  return cs`context.Variables.GetValueOrDefault<string>(${name}, ${UNKNOWN})`;
}
