/** Faults drawn at random, the same ones for the same seed: those that go away when a request is tried again. */
import type { LocalApimOptions, LocalFault } from './local-apim.js';

/** Source: reference/management-api.md §2.5 (429), §1.5 (what is worth another try), §2.8, 8. */
const PASSING_FAULTS: readonly LocalFault[] = [
  { kind: 'reset', when: 'before' },
  { kind: 'reset', when: 'after' },
  { kind: 'cut', afterBytes: 20 },
  { kind: 'slow', milliseconds: 1000 },
  { kind: 'status', status: 429, when: 'before', code: 'SubscriptionRequestsThrottled', message: "Number of requests for the subscription exceeded. Please try again after '1' seconds.", retryAfter: '1' },
  { kind: 'status', status: 429, when: 'before', code: 'TooManyRequests', message: 'Too many requests.' },
  { kind: 'status', status: 500, when: 'before', code: 'InternalServerError', message: 'An internal error has occurred.' },
  { kind: 'status', status: 502, when: 'after', body: '<html><head><title>502 Bad Gateway</title></head><body>502 Bad Gateway</body></html>' },
  { kind: 'status', status: 503, when: 'before', code: 'ServiceUnavailable', message: 'Service is unavailable.', retryAfter: '1' },
  { kind: 'status', status: 409, when: 'before', code: 'PessimisticConcurrencyConflict', message: 'Operation on the API is in progress' },
];

/**
 * @param rate share of the requests that get one, from 0 to 1
 * @param seed a whole number
 */
export function randomFaults(rate: number, seed: number): NonNullable<LocalApimOptions['faults']> {
  const random = randomNumbers(seed);
  return () => {
    // Two numbers for each request, so that a fault more or less does not move all that come after it.
    const [isFaulty, which] = [random() < rate, random()];
    return isFaulty ? PASSING_FAULTS[Math.floor(which * PASSING_FAULTS.length)] : undefined;
  };
}

/** From 0 to below 1, evenly: the generator mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
