/** The last line of a terminal, where it is written over again and again. */

/** Goes to the start of the line and takes away what stands there. */
export const START_OF_LINE = '\r\u001B[K';
