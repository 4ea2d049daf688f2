/** Which hosts are this machine. */

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

/** How a host that is listened on stands in a URL; what stands for all interfaces is reached by the loopback one. */
export function urlHost(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

/**
 * A web page whose name has been made to point to this machine would send its own name: nobody shall read or write from there.
 * @param header `Host`
 * @param armEndpoint whose name is good too
 * @returns why it is refused
 */
export function hostProblem(header: string | undefined, armEndpoint: string): string | undefined {
  if (header === undefined) return undefined;
  const name = header.replace(/:\d+$/u, '').toLowerCase();
  if (isLoopback(name) || name === new URL(armEndpoint).hostname) return undefined;
  return `the local endpoint is asked as '${header}'; it answers to 127.0.0.1, [::1] and localhost`;
}
