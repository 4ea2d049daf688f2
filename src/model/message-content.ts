/** Elements whose content may be a message in XML, in which every blank is sent. Source: reference page of set-body. */
export function holdsMessage(elementName: string): boolean {
  return elementName === 'set-body';
}
