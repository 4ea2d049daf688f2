/** The mistakes the XML reader reports, in words. What only XML forbids and the service may take in `rawxml` is a warning. */
import { isOneSlip } from '../text/closest-name.js';
import type { TextEdit } from '../text/edit.js';
import type { Span } from '../text/position.js';
import type { SyntaxProblem } from '../text/syntax-problem.js';

function error(code: string, span: Span, message: string, hint: string, edits: readonly TextEdit[] = []): SyntaxProblem {
  return { code, message, span, severity: 'error', hint, ...fixOf(hint, edits) };
}

function warning(code: string, span: Span, message: string, hint: string, edits: readonly TextEdit[] = []): SyntaxProblem {
  return { code, message, span, severity: 'warning', hint, ...fixOf(hint, edits) };
}

/** All of them write down what the reader has read, so they are safe. */
function fixOf(title: string, edits: readonly TextEdit[]): Pick<SyntaxProblem, 'fix'> {
  return edits.length === 0 ? {} : { fix: { title, safety: 'safe', edits } };
}

/** Puts other text in place of the character at an offset. */
function instead(at: number, text: string): TextEdit {
  return { span: { start: at, end: at + 1 }, text };
}

function before(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

export const doctypeNotAllowed = (span: Span): SyntaxProblem =>
  error('doctype-not-allowed', span, 'a document type declaration (`<!DOCTYPE`) is not read: APIM takes no DTD', 'remove it; write characters as `&#…;`');

export const malformedDeclaration = (span: Span): SyntaxProblem =>
  error('malformed-markup', span, '`<!` starts neither a comment nor a CDATA section', 'write comments as `<!-- … -->`; write `<` as `&lt;` in text');

export const unclosedComment = (span: Span): SyntaxProblem =>
  error('unclosed-comment', span, 'the comment is never closed, so XML reads all that follows as comment', 'end the comment with `-->`');

/** @param content what stands in the comment, from `contentStart` on */
export const hyphensInComment = (span: Span, content: string, contentStart: number): SyntaxProblem =>
  warning(
    'double-hyphen-in-comment', span,
    '`--` stands inside a comment, which XML forbids, so APIM may refuse the document',
    'write one hyphen or another character',
    [...content.matchAll(/-(?=-|$)/g)].map(({ index }) => before(contentStart + index + 1, ' ')),
  );

export const unclosedCData = (span: Span): SyntaxProblem =>
  error('unclosed-cdata', span, 'the CDATA section is never closed', 'end it with `]]>`');

export const cdataEndInText = (span: Span): SyntaxProblem =>
  warning('cdata-end-in-text', span, '`]]>` stands in text outside a CDATA section, which XML forbids', 'write `]]&gt;`', [instead(span.start + 2, '&gt;')]);

export const unclosedInstruction = (span: Span): SyntaxProblem =>
  error('unclosed-instruction', span, 'the processing instruction is never closed', 'end it with `?>`');

/** @param removal takes it out */
export const misplacedDeclaration = (span: Span, removal: TextEdit): SyntaxProblem =>
  error('misplaced-xml-declaration', span, 'the XML declaration is malformed or not at the very start of the document', 'remove it; a policy needs none', [removal]);

export const malformedInstruction = (span: Span): SyntaxProblem =>
  error('malformed-instruction', span, 'the processing instruction has no valid target name', 'remove it; a policy needs none');

export const illegalCharacter = (span: Span, code: number): SyntaxProblem =>
  error(
    'illegal-character', span,
    `the character U+${code.toString(16).toUpperCase().padStart(4, '0')} cannot stand in XML`,
    'remove it; it is often left over from copying or from a file that is not UTF-8',
  );

export const bareAmpersand = (span: Span): SyntaxProblem =>
  warning('unescaped-ampersand', span, '`&` outside an expression starts no entity, so APIM may refuse the document', 'write `&amp;`', [instead(span.start, '&amp;')]);

export const unknownEntity = (text: string, span: Span): SyntaxProblem =>
  warning(
    'unknown-entity', span,
    `\`${text.slice(span.start, Math.min(span.end, span.start + 40))}\` stands for no character: XML knows lt, gt, amp, quot, apos and numbers of legal characters`,
    'write the character itself or its number, `&#160;`; write `&amp;` for a plain `&`',
  );

export const bareLessThan = (span: Span): SyntaxProblem =>
  warning('unescaped-less-than', span, '`<` outside an expression starts no tag, so APIM may refuse the document', 'write `&lt;`', [instead(span.start, '&lt;')]);

export const lessThanInValue = (span: Span, attribute: string): SyntaxProblem =>
  warning('unescaped-less-than', span, `the value of \`${attribute}\` holds \`<\` outside an expression, which XML forbids`, 'write `&lt;`', [instead(span.start, '&lt;')]);

export const mixedEncoding = (span: Span): SyntaxProblem =>
  warning(
    'mixed-encoding', span,
    'the expression mixes escaped (`&quot;`, `&lt;`, `&amp;`) and unescaped characters; it is read as if all were escaped or plain C#',
    'escape all of them or none',
  );

export const unclosedExpression = (span: Span, opener: string): SyntaxProblem =>
  error(
    'unclosed-expression', span,
    `the expression that starts here is never closed: no \`${opener === '@{' ? '}' : ')'}\` matches its \`${opener}\``,
    'look for a missing bracket or quote inside it',
  );

export const unclosedTag = (span: Span, name: string): SyntaxProblem =>
  error('unclosed-tag', span, `the tag \`<${name}\` has no \`>\``, 'close the tag with `>` or ` />`');

export const malformedTag = (span: Span, found: string, name: string): SyntaxProblem =>
  error('malformed-tag', span, `\`${found}\` cannot stand in the tag \`<${name}\``, 'a tag holds attributes, name="value", and nothing else');

export const commentInTag = (span: Span, name: string): SyntaxProblem =>
  error('comment-in-tag', span, `a comment stands inside the tag \`<${name}\``, 'move it before the element');

export const missingSpace = (span: Span, name: string): SyntaxProblem =>
  error('missing-space', span, `no white space before the attribute \`${name}\``, 'put a space between the attributes', [before(span.start, ' ')]);

export const attributeWithoutValue = (span: Span, name: string): SyntaxProblem =>
  error('attribute-without-value', span, `the attribute \`${name}\` has no value`, `write ${name}="…"`);

/** @param isWord whether the value is one word, which certainly ends where it seems to */
export const unquotedValue = (span: Span, name: string, isWord: boolean): SyntaxProblem =>
  error(
    'unquoted-value', span, `the value of \`${name}\` is not in quotes`, 'put the value in double quotes',
    isWord ? [before(span.start, '"'), before(span.end, '"')] : [],
  );

export const unclosedValue = (span: Span, name: string): SyntaxProblem =>
  error('unclosed-value', span, `the value of \`${name}\` has no closing quote`, 'add the quote behind the value');

export const quoteInValue = (span: Span, name: string): SyntaxProblem =>
  error('quote-in-value', span, `the value of \`${name}\` holds its own quote outside an expression`, 'write `&quot;` for it, or make the whole value an expression: @(…)');

export const duplicateAttribute = (span: Span, name: string): SyntaxProblem =>
  error('duplicate-attribute', span, `the attribute \`${name}\` stands twice in one tag`, 'keep one of them');

export const malformedEndTag = (span: Span, name: string): SyntaxProblem =>
  error('malformed-end-tag', span, `the end tag \`</${name}\` is not followed by \`>\``, 'an end tag holds the name and nothing else');

export const strayEndTag = (span: Span, name: string): SyntaxProblem =>
  error('stray-end-tag', span, `the end tag \`</${name}>\` closes nothing: no \`<${name}>\` is open here`, 'remove it, or add the start tag');

export const mismatchedEndTag = (span: Span, found: string, open: string): SyntaxProblem =>
  error(
    'mismatched-end-tag', span, `the end tag \`</${found}>\` does not match \`<${open}>\``, `write \`</${open}>\``,
    isOneSlip(found, open, []) ? [{ span: { start: span.start + 2, end: span.start + 2 + found.length }, text: open }] : [],
  );

export const unclosedElement = (span: Span, name: string, closedBy: string): SyntaxProblem =>
  error('unclosed-element', span, `\`<${name}>\` is not closed before \`</${closedBy}>\``, `add \`</${name}>\`, or end the tag with \` />\``);

export const unclosedAtEnd = (span: Span, name: string, others: number): SyntaxProblem =>
  error(
    'unclosed-element', span,
    `\`<${name}>\` is never closed${others === 0 ? '' : `, nor ${others === 1 ? 'is the element' : `are the ${others} elements`} around it`}: the document ends first`,
    `add \`</${name}>\``,
  );

export const nestingTooDeep = (span: Span, limit: number): SyntaxProblem =>
  error('nesting-too-deep', span, `elements are nested more than ${limit} deep; what is inside is not read`, 'flatten the document');
