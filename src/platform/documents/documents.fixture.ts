import { carersByDistrict, youngCarersByDistrict } from '#platform/charts/charts.fixture.ts'
import { isoDate } from '#platform/lib/dates.ts'
import {
  callout,
  chart,
  fact,
  facts,
  figures,
  heading,
  link,
  list,
  paragraph,
  signatures,
  signOff,
  steps,
  strong,
  subheading,
  table,
} from './blocks.ts'
import type { Block, Document } from './document.ts'

const sender = {
  name: 'Worcestershire Association of Carers',
  address: ['12 High Street', 'Worcester', 'WR1 2AB'],
  phone: '01632 960 001',
  email: 'hub@carers.example',
}

/** A decision letter with each kind of block that a letter has. */
export function aLetter(changed: Partial<Document> = {}): Document {
  return {
    kind: 'letter',
    language: 'en-GB',
    title: 'Your carer’s assessment: what we decided',
    authority: 'Worcestershire',
    sender,
    recipient: ['Małgorzata Łuczak', '4 Mill Lane', 'Bewdley', 'DY12 1AB'],
    date: isoDate('2018-03-29'),
    reference: 'ALG-7F3KM-9',
    body: letterBody,
    ...changed,
  }
}

const letterBody: readonly Block[] = [
  paragraph('Dear Małgorzata,'),
  paragraph('Thank you for talking with Jo on ', strong('Thursday 22 March 2018'), '.'),
  heading('What we decided'),
  paragraph('You have needs for support that we must meet.'),
  facts(fact('Named worker', 'Jo Pugh, carer adviser'), fact('First review', 'by 24 May 2018')),
  heading('What happens next'),
  steps(['Jo will ring you by Friday 6 April 2018.', 'You make a plan together.']),
  callout('If you cannot wait', ['Ring ', strong('01632 960 001'), '.']),
  subheading('If you disagree'),
  list([
    ['See ', link('how to ask us to look again', 'https://carers.example/disagree')],
    'Write to us',
  ]),
  signOff({ name: 'Jo Pugh', role: 'Carer adviser' }),
]

/** A report with figures, charts, a table and a place to sign. */
export function aReport(changed: Partial<Document> = {}): Document {
  const { recipient: _, ...rest } = aLetter()
  return {
    ...rest,
    kind: 'report',
    title: 'Carers’ hub annual report',
    subtitle: 'April 2017 to March 2018',
    body: reportBody,
    ...changed,
  }
}

const reportBody: readonly Block[] = [
  heading('Carers are recognised and valued'),
  paragraph('More people who look after someone are known to us than ever before.'),
  figures(
    {
      value: '12,062',
      label: 'carers on the register',
      comparison: 'Target 12,000: met.',
      source: 'From 12,062 rows',
    },
    { value: '85.5%', label: 'of those contacted were passed on' },
  ),
  chart(carersByDistrict),
  paragraph('The hub opened a second drop-in in November.'),
  chart(youngCarersByDistrict),
  heading('A life of my own'),
  table({
    caption: 'What we will do',
    columns: [
      { header: 'Action' },
      { header: 'Who' },
      { header: 'By' },
      { header: 'Cost', numeric: true },
    ],
    rows: [
      [
        'Open a drop-in in Redditch on Saturday mornings',
        'Worcestershire Association of Carers',
        '30 April 2018',
        '£1,250',
      ],
      ['Ring every carer whose review is overdue', 'Jo Pugh', '6 April 2018', '£0'],
    ],
  }),
  signatures(
    { name: 'Jo Pugh', role: 'chair' },
    { name: 'Margaret Tolley', role: 'carer', signedOn: isoDate('2018-06-29') },
  ),
]
