import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { paragraph } from './blocks.ts'
import { aLetter, aReport } from './documents.fixture.ts'
import { pdf } from './pdf.ts'
import { everyElement, readPdf, type ReadPdf } from './pdf-for-tests.ts'

const roles = (read: ReadPdf, ...wanted: string[]) =>
  everyElement(read.structure)
    .filter(({ role }) => wanted.includes(role))
    .map(({ role, says }) => `${role} ${says}`)

describe('a letter as PDF', () => {
  let bytes: Buffer
  let letter: ReadPdf
  before(async () => {
    bytes = await pdf(aLetter())
    letter = await readPdf(bytes)
  })

  test('declares PDF/UA-1 and is tagged', () => {
    assert.equal(letter.accessibility, '1')
    assert.equal(letter.tagged, true)
    const file = bytes.toString('latin1')
    assert.match(file, /\/StructTreeRoot \d+ 0 R/)
    assert.match(file, /\/MarkInfo <<\s*\/Marked true/)
    assert.match(file, /<pdfuaid:part>1<\/pdfuaid:part>/)
  })

  test('says its language, its title and who wrote it', () => {
    assert.equal(letter.language, 'en-GB')
    assert.match(bytes.toString('latin1'), /\/Lang \(en-GB\)/)
    assert.equal(letter.title, 'Your carer’s assessment: what we decided')
    assert.equal(letter.showsTitle, true)
    assert.equal(letter.author, 'Worcestershire Association of Carers')
  })

  test('has its headings in order, none left out', () => {
    assert.deepEqual(roles(letter, 'H1', 'H2', 'H3'), [
      'H1 Your carer’s assessment: what we decided',
      'H2 What we decided',
      'H2 What happens next',
      'H3 If you disagree',
    ])
  })

  test('is read from who writes and to whom down to the name under it', () => {
    const read = letter.structure.map(({ says }) => says).join(' ')
    const order = [
      'alongside Worcestershire',
      '12 High Street',
      'hub@carers.example',
      'Małgorzata Łuczak',
      '29 March 2018',
      'ALG-7F3KM-9',
      'Your carer’s assessment',
      'Dear Małgorzata,',
      'Thursday 22 March 2018',
      'Named worker',
      'Jo Pugh, carer adviser',
      'Jo will ring you',
      'If you cannot wait',
      'how to ask us to look again',
      'Yours sincerely',
      'Carer adviser',
    ].map((words) => read.indexOf(words))
    assert.ok(!order.includes(-1), `${order.join()} in ${read}`)
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    )
  })

  test('tags lists as lists, facts as terms with what they name, and links as links', () => {
    assert.deepEqual(roles(letter, 'Lbl'), [
      'Lbl Named worker',
      'Lbl First review',
      'Lbl 1.',
      'Lbl 2.',
      'Lbl •',
      'Lbl •',
    ])
    assert.deepEqual(roles(letter, 'LBody').slice(0, 3), [
      'LBody Jo Pugh, carer adviser',
      'LBody by 24 May 2018',
      'LBody Jo will ring you by Friday 6 April 2018.',
    ])
    assert.deepEqual(roles(letter, 'Link'), ['Link how to ask us to look again'])
    assert.match(bytes.toString('latin1'), /https:\/\/carers\.example\/disagree/)
  })

  test('keeps page numbers out of what is read aloud', () => {
    assert.match(letter.text, /Page 1 of \d/)
    assert.doesNotMatch(letter.structure.map(({ says }) => says).join(' '), /Page 1 of/)
  })

  test('brings its own letters: every font is embedded, none is the machine’s', () => {
    const fonts = [...bytes.toString('latin1').matchAll(/\/FontName \/([A-Z]{6})\+(\w+)/g)].map(
      ([, , name]) => name,
    )
    assert.ok(fonts.length >= 2)
    for (const name of fonts) assert.match(name ?? '', /^(AtkinsonHyperlegibleNext|Noto|Vazirmatn)/)
  })

  test('comes out the same, byte for byte, each time', async () => {
    assert.ok(bytes.equals(await pdf(aLetter())))
  })
})

describe('a report as PDF', () => {
  let report: ReadPdf
  before(async () => {
    report = await readPdf(await pdf(aReport()))
  })

  test('describes each picture and has the table of its numbers after it', () => {
    const read = everyElement(report.structure)
    const pictures = read.flatMap(({ role, alt }, at) => (role === 'Figure' ? [{ alt, at }] : []))
    assert.equal(pictures.length, 2)
    for (const { alt, at } of pictures) {
      assert.match(alt, /highest .* lowest/)
      assert.ok(read.slice(at).some(({ role }) => role === 'Table'))
    }
  })

  test('has header cells for every column of a table', () => {
    const headers = roles(report, 'TH')
    for (const header of ['TH District', 'TH Carers', 'TH Action', 'TH Who', 'TH By', 'TH Cost'])
      assert.ok(headers.includes(header), header)
    assert.ok(roles(report, 'TD').includes('TD 2,510'))
  })

  test('names a table by its caption', () => {
    assert.ok(roles(report, 'Caption').includes('Caption What we will do'))
  })

  test('says every figure with its meaning, its target and its source', () => {
    const read = report.structure.map(({ says }) => says).join(' ')
    assert.match(read, /12,062 ?carers on the register ?Target 12,000: met\. ?From 12,062 rows/)
  })

  test('leaves a line to sign on only for who has not agreed yet', () => {
    const read = report.structure.map(({ says }) => says).join(' ')
    assert.match(read, /Jo Pugh, chair ?Signature ?Date/)
    assert.match(read, /Margaret Tolley, carer ?Agreed on 29 June 2018$/)
  })
})

test('a plan has the report’s head and the letter’s headings', async () => {
  const plan = await readPdf(await pdf(aReport({ kind: 'plan', title: 'Support plan' })))
  assert.equal(roles(plan, 'H1')[0], 'H1 Support plan')
  assert.equal(plan.title, 'Support plan')
})

test('documents ordered at the same time each come out as themselves', async () => {
  const titles = Array.from({ length: 12 }, (_, at) => `Letter ${at}`)
  const printed = await Promise.all(titles.map((title) => pdf(aLetter({ title })).then(readPdf)))
  assert.deepEqual(
    printed.map(({ title }) => title),
    titles,
  )
})

test('a fault in one document is told, and the next is printed', async () => {
  const nowhere = {
    kind: 'map',
    title: 'T',
    measure: 'N',
    districts: [{ code: 'E00', name: 'N', value: 1 }],
  } as const
  await assert.rejects(
    pdf(aReport({ body: [{ block: 'chart', chart: nowhere }] })),
    /could not be printed: no boundary for district E00/,
  )
  assert.equal((await readPdf(await pdf(aLetter({ body: [paragraph('Still here')] })))).pages, 1)
})

test('the server does not wait while a long document is printed', async () => {
  const body = Array.from({ length: 200 }, (_, at) =>
    paragraph(`${at} ${'It goes on at night. '.repeat(30)}`),
  )
  let turns = 0
  const turning = setInterval(() => (turns += 1), 1)
  const read = await readPdf(await pdf(aLetter({ body })).finally(() => clearInterval(turning)))
  assert.ok(read.pages > 20)
  assert.ok(turns > 5, `${turns} turns of the loop`)
})
