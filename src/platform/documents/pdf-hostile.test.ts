import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { callout, fact, facts, heading, list, paragraph, signOff, strong, table } from './blocks.ts'
import type { Document } from './document.ts'
import { aLetter, aReport } from './documents.fixture.ts'
import { fonts } from './fonts.ts'
import { pdf } from './pdf.ts'
import { everyElement, readPdf } from './pdf-for-tests.ts'
import type { PrintSize } from './paper.ts'

async function paragraphs(document: Document, points?: PrintSize): Promise<string[]> {
  const { structure } = await readPdf(await pdf(document, points))
  return everyElement(structure).flatMap(({ role, says }) => (role === 'P' ? [says] : []))
}

/** A document with the text in each place where there is one. */
const everywhere = (text: string): Document =>
  aLetter({
    title: text,
    authority: text,
    reference: text,
    recipient: [text, text],
    sender: { name: text, address: [text], phone: text, email: text },
    body: [
      heading(text),
      paragraph(text, strong(text)),
      list([text]),
      facts(fact(text, text)),
      callout(text, text),
      table({
        caption: text,
        columns: [{ header: text }, { header: text, numeric: true }],
        rows: [[text, text]],
      }),
      signOff({ name: text, role: text, closing: text }),
    ],
  })

const markup = [
  '#panic("x") #import "letter.typ": * #sys.inputs',
  '*bold* _italic_ `raw` $x^2$ = Heading - item + item / term: x',
  '<label> @ref https://a.example // comment /* comment */ ~ -- --- ...',
  '\\ \\u{41} #{ } ] [ ) ( " \' ; & % ^ { }',
  '</text><script>alert(1)</script> {{x}} ${y} %s %n',
]

for (const text of markup) {
  test(`printed as typed: ${text}`, async () => {
    const body = [paragraph(text), paragraph(strong(text)), list([text])]
    assert.deepEqual((await paragraphs(aLetter({ body }))).slice(-3), [text, text, text])
  })
}

test('a mark that turns the direction of text is dropped, the text stays', async () => {
  const body = [paragraph('Pay \u202egnp.exe\u202c and \u2066isolated\u2069 now')]
  assert.deepEqual((await paragraphs(aLetter({ body }))).slice(-1), [
    'Pay gnp.exe and isolated now',
  ])
})

test('line breaks and control characters do no harm', async () => {
  const body = [paragraph('one\r\ntwo\u2028three\tfour\u0000\u0007five')]
  assert.deepEqual((await paragraphs(aLetter({ body }))).slice(-1), ['one two three fourfive'])
})

test('Polish, Welsh, Romanian, Greek and Ukrainian come out letter by letter', async () => {
  const texts = [
    'Zażółć gęślą jaźń, Małgorzata Łuczak',
    'Llanŵr, tŷ, ysgrifennŵch',
    'Ștefan Țepeș, mâine și în fiecare zi',
    'Ελένη Παπαδοπούλου',
    'Олена Ґалаґан доглядає за мамою',
  ]
  assert.deepEqual(
    (await paragraphs(aLetter({ body: texts.map((text) => paragraph(text)) }))).slice(
      -texts.length,
    ),
    texts,
  )
})

test('Urdu and Arabic come out word by word, and begin on the right', async () => {
  const text = 'میں اپنی والدہ کی دیکھ بھال کرتی ہوں'
  const { structure } = await readPdf(
    await pdf(aLetter({ body: [paragraph(text), paragraph('Dear محمد خان,')] })),
  )
  const [urdu, dear] = everyElement(structure)
    .flatMap(({ role, says }) => (role === 'P' ? [says] : []))
    .slice(-2)
  // The reader gives words in the order in which they stand on paper, from the left.
  assert.deepEqual(urdu?.split(' ').toReversed(), text.split(' '))
  assert.deepEqual(new Set(dear?.replace(',', '').split(' ')), new Set(['Dear', 'محمد', 'خان']))
})

test('Gujarati, Punjabi, Hindi, Bengali and Vietnamese have letters, and emoji too', async () => {
  const { cover } = await fonts()
  for (const text of ['ગુજરાતી', 'ਪੰਜਾਬੀ', 'हिन्दी', 'বাংলা', 'Nguyễn Thị', '🙂👍🏽❤']) {
    for (const character of text) assert.ok(cover(character.codePointAt(0) ?? 0), character)
    const said = (await paragraphs(aLetter({ body: [paragraph(`Say ${text}`)] }))).at(-1) ?? ''
    assert.doesNotMatch(said, /\ufffd/)
  }
})

test('a letter that no font has is a gap that can be seen', async () => {
  const body = [paragraph('Dear 李明, dear \ud800 you')]
  assert.deepEqual((await paragraphs(aLetter({ body }))).slice(-1), [
    'Dear \ufffd\ufffd, dear \ufffd you',
  ])
})

test('nothing runs off the paper: a word of 2,000 letters goes on in the next line', async () => {
  const word = 'abcdefghij'.repeat(200)
  for (const points of [12, 24] as const) {
    const said = (await paragraphs(aLetter({ body: [paragraph(word)] }), points))
      .filter((text) => text.startsWith('abc'))
      .join('')
    assert.equal(said.replaceAll(/\s/g, ''), word)
  }
})

test('an address longer than the envelope’s window, and a table with long cells, lose nothing', async () => {
  const recipient = Array.from({ length: 14 }, (_, at) => `Line ${at}`)
  const cell = 'Ring the pharmacy about the tablets. '.repeat(60).trim()
  const rows = Array.from({ length: 6 }, (_, at) => [`${at} ${cell}`, `cost ${at}`])
  const body = [
    table({ caption: 'Actions', columns: [{ header: 'Action' }, { header: 'Cost' }], rows }),
  ]
  const { text } = await readPdf(await pdf(aLetter({ recipient, body })))
  for (const line of recipient) assert.ok(text.includes(line), line)
  assert.equal(text.replaceAll(/\s+/g, ' ').match(/about the tablets\./g)?.length, 360)
})

test('fifty pages and more are printed to the last word', async () => {
  const body = Array.from({ length: 300 }, (_, at) =>
    paragraph(`Paragraph ${at}: ${'it goes on at night. '.repeat(30)}end ${at}.`),
  )
  const { pages, text } = await readPdf(await pdf(aLetter({ body })))
  assert.ok(pages >= 50, `${pages} pages`)
  for (let at = 0; at < 300; at += 1) assert.ok(text.includes(`end ${at}.`), `paragraph ${at}`)
})

test('nothing at all is printed too: empty texts, no address, no body', async () => {
  for (const points of [12, 18] as const) {
    const { pages } = await readPdf(await pdf(everywhere(''), points))
    assert.equal(pages, 1)
    assert.equal(
      (
        await readPdf(
          await pdf(aReport({ body: [], subtitle: '', sender: { name: '', address: [] } }), points),
        )
      ).pages,
      1,
    )
  }
})

test('whatever the texts hold, a document is printed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(12 as const, 24 as const),
      async (text, points) => {
        assert.equal((await pdf(everywhere(text), points)).toString('latin1', 0, 5), '%PDF-')
      },
    ),
    { numRuns: 60 },
  )
})

test('every letter of our fonts can be printed', async () => {
  const { cover } = await fonts()
  const all = Array.from({ length: 0x20000 }, (_, code) => code).filter((code) => cover(code))
  assert.ok(all.length > 5000)
  const body = [
    paragraph(
      ...all.map((code, at) =>
        at % 2 ? strong(String.fromCodePoint(code)) : String.fromCodePoint(code),
      ),
    ),
  ]
  await assert.doesNotReject(pdf(aLetter({ body })))
})

test('a link that is no web, mail or telephone address is only its text', async () => {
  const body = [
    paragraph({ link: 'press here', href: 'javascript:app.alert(1)' }, ' or ', {
      link: 'ring',
      href: 'tel:01632960001',
    }),
  ]
  const bytes = await pdf(aLetter({ body }))
  assert.doesNotMatch(bytes.toString('latin1'), /javascript/i)
  assert.match(bytes.toString('latin1'), /tel:01632960001/)
})
