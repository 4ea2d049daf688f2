/** What the local APIM does with XML, against what .NET does with it. */
import { describe, expect, test } from 'vitest';
import { printServiceXml } from '../../../src/local-apim/content/print-service-xml.js';
import { serviceNodes } from '../../../src/local-apim/content/service-node.js';
import { firstXmlError } from '../../../src/local-apim/content/xml-error.js';
import { LineIndex } from '../../../src/syntax/text/line-index.js';
import { parseStrictXml } from '../../../src/syntax/xml/parse-xml.js';
import { askedDocuments, type DotnetAnswer, recordedAnswers } from './dotnet-xml.js';

const recorded = recordedAnswers();

/** At the end of a text .NET names the place where its buffer stands, which depends on how it was filled. */
const END_OF_FILE = /(?<message>Unexpected end of file .*?) Line \d+, position \d+\.$/u;

function ourAnswer(xml: string): DotnetAnswer {
  const error = firstXmlError(xml);
  if (error === undefined) {
    const document = parseStrictXml(xml);
    return document === undefined ? { error: 'no XML for our reader' } : { written: printServiceXml(serviceNodes(document), 'xml') };
  }
  if (error.at === undefined) return { error: error.message };
  const { line, column } = new LineIndex(xml).position(error.at);
  return { error: `${error.message} Line ${String(line)}, position ${String(column)}.` };
}

function comparable(answer: DotnetAnswer): DotnetAnswer {
  return 'error' in answer ? { error: answer.error.replace(END_OF_FILE, '$<message>') } : answer;
}

test('the record is about the documents that are asked', () => {
  expect([...recorded.keys()]).toEqual(askedDocuments());
});

describe('as .NET', () => {
  test('writes what is well-formed', () => {
    const written = [...recorded].filter(([, answer]) => 'written' in answer);
    expect(written.length).toBeGreaterThan(50);
    expect(written.map(([xml]) => [xml, ourAnswer(xml)])).toEqual(written);
  });

  test('says what is wrong with what is not, and where', () => {
    const refused = [...recorded].filter(([, answer]) => 'error' in answer).map(([xml, answer]) => [xml, comparable(answer)]);
    expect(refused.length).toBeGreaterThan(400);
    expect(refused.map(([xml]) => [xml, comparable(ourAnswer(String(xml)))])).toEqual(refused);
  });

  test('writes again what it has written', () => {
    for (const [, answer] of recorded) if ('written' in answer) expect(ourAnswer(answer.written)).toEqual(answer);
  });
});
