import { describe, expect, it } from 'vitest';
import { parseXml } from '../../../src/syntax/xml/parse-xml.js';
import { sameNodes, type ComparableNode } from '../../../src/syntax/xml/same-nodes.js';

const same = (a: string, b: string): boolean => sameNodes(parseXml(a).children, parseXml(b).children, { comments: 'compare', keepsBlanks: (name) => name === 'set-body' });

describe('hold the same nodes', () => {
  it.each([
    ['laid out differently', '<a><b/></a>', '<a>\n    <b />\n</a>\n'],
    ['with attributes laid out and quoted differently', `<a b='1' c="2"/>`, '<a\n  b="1"\n  c="2" />'],
    ['with an expression raw and escaped', '<a b="@(x["y"])"/>', '<a b="@(x[&quot;y&quot;])"/>'],
    ['with text and with CDATA', '<a>x&amp;y</a>', '<a><![CDATA[x&y]]></a>'],
    ['with other line ends', '<!-- x\r\ny --><a>x\r\ny</a>', '<!-- x\ny --><a>x\ny</a>'],
    ['with the same blanks in a message', '<set-body> <x/> </set-body>', '<set-body> <x></x> </set-body>'],
    ['with nothing and with blanks', '', ' \n'],
  ])('documents %s', (_, a, b) => {
    expect([same(a, b), same(b, a)]).toEqual([true, true]);
  });
});

describe('do not', () => {
  it.each([
    ['of which one has an element more', '<a/>', '<a/><b/>'],
    ['with elements of other names', '<a/>', '<b/>'],
    ['with an element more inside', '<a><b/></a>', '<a><b/><b/></a>'],
    ['with an attribute more', '<a b="1"/>', '<a b="1" c="2"/>'],
    ['with attributes of other names', '<a b="1"/>', '<a c="1"/>'],
    ['with attributes of other values', '<a b="1"/>', '<a b="1 "/>'],
    ['with other text', '<a>x</a>', '<a>x </a>'],
    ['with text where the other has a comment', '<a>x</a>', '<a><!--x--></a>'],
    ['with other comments', '<a><!--x--></a>', '<a><!--y--></a>'],
    ['with a comment where the other has an instruction', '<!--x-->', '<?x?>'],
    ['with other blanks in a message', '<set-body> <x/></set-body>', '<set-body><x/></set-body>'],
    ['with other blanks deep in a message', '<set-body><x> <y/></x></set-body>', '<set-body><x><y/></x></set-body>'],
  ])('documents %s', (_, a, b) => {
    expect([same(a, b), same(b, a)]).toEqual([false, false]);
  });
});

it('looks past comments when asked to', () => {
  const [a, b] = ['<!--x--><a><!--y--> <b/></a>', '<a><b/><!--z--></a>'].map((text) => parseXml(text).children);
  expect(sameNodes(a ?? [], b ?? [], { comments: 'ignore', keepsBlanks: () => false })).toBe(true);
});

it('takes a blank text for layout only in trees that hold layout', () => {
  const blank = { kind: 'text', value: { text: ' ' } } as const;
  const isNothing = (node: ComparableNode): boolean => sameNodes([node], [], { comments: 'compare', keepsBlanks: () => false });
  expect([isNothing(blank), isNothing({ ...blank, cdata: false })]).toEqual([true, false]);
});
