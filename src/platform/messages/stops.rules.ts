/**
 * What stops a message to a carer: nothing goes to who died; nothing goes out by itself once caring
 * has ended; nothing by a way that was refused or is not safe; nothing that the person cannot read
 * (Accessible Information Standard, DAPB1605, before it DCB1605, in force from 1 August 2016).
 */
import type { DocumentFormat } from '#platform/documents/formats.ts'
import { inWords, type IsoDate } from '#platform/lib/dates.ts'

/** What is known of who would get it. */
export type MessageFacts = {
  readonly diedOn: IsoDate | null
  readonly caringEndedOn: IsoDate | null
  /** A code of `formats`. */
  readonly informationFormat: string
  /** False where refused; null where nobody asked. */
  readonly mayEmail: boolean | null
  readonly mayText: boolean | null
  readonly mayPost: boolean | null
  readonly notWithParent: boolean
  /** Of somebody who asked that a parent is not told: their address is somebody else's in the family too. */
  readonly emailOfFamily: boolean
  readonly mobileOfFamily: boolean
}

export type Going = {
  readonly channel: 'email' | 'text' | 'letter'
  readonly purpose: string
  /** Of the document that it brings; plain words where it brings none. */
  readonly format: DocumentFormat | null
}

/** Why this message may not go to this person, in words for the worker; null where it may. */
export function whyStopped(going: Going, facts: MessageFacts): string | null {
  // A sign-in code is asked for by who reads it, there and then.
  if (going.purpose === 'sign_in') return null
  if (facts.diedOn !== null)
    return `They died on ${inWords(facts.diedOn)}: nothing is sent to them.`
  return (
    caringIsOver(going, facts) ??
    unsafe(going, facts) ??
    refused(going, facts) ??
    unread(going, facts)
  )
}

/** What people ask for themselves, or what is no letter to the carer. */
const stillSent = ['receipt', 'office']

function caringIsOver({ purpose }: Going, { caringEndedOn }: MessageFacts): string | null {
  if (caringEndedOn === null || stillSent.includes(purpose)) return null
  return `Their caring ended on ${inWords(caringEndedOn)}: nothing is sent by itself. Speak with them first, and hand it over.`
}

function unsafe({ channel }: Going, facts: MessageFacts): string | null {
  if (!facts.notWithParent) return null
  if (channel === 'letter')
    return 'It is not to be shared with a parent: a letter to the family’s home may be opened. Hand it over yourself.'
  if (channel === 'email' ? facts.emailOfFamily : facts.mobileOfFamily)
    return `It is not to be shared with a parent, and this ${channel === 'email' ? 'email address' : 'mobile number'} is somebody else’s in the family too. Hand it over yourself.`
  return null
}

const ways = {
  email: ['mayEmail', 'They do not want email'],
  text: ['mayText', 'They do not want texts'],
  letter: ['mayPost', 'They do not want post'],
} as const satisfies Record<Going['channel'], readonly [keyof MessageFacts, string]>

function refused({ channel }: Going, facts: MessageFacts): string | null {
  const [may, words] = ways[channel]
  return facts[may] === false ? `${words}. Choose another way.` : null
}

type Readable = {
  readonly words: string
  readonly onPaper: readonly DocumentFormat[]
  readonly onScreen: readonly DocumentFormat[]
}

const large: readonly DocumentFormat[] = ['large-print', 'giant-print']
const braille: readonly DocumentFormat[] = ['braille', 'braille-uncontracted']

/** In which formats somebody can read, on paper and on a screen, where words may be enlarged or spoken. */
const readable: Readonly<Record<string, Readable>> = {
  large_print: { words: 'large print', onPaper: large, onScreen: [...large, 'text'] },
  easy_read: { words: 'easy read', onPaper: ['easy-read'], onScreen: ['easy-read'] },
  audio: { words: 'audio', onPaper: ['audio'], onScreen: ['audio', 'text'] },
  braille: { words: 'Braille', onPaper: braille, onScreen: [...braille, 'text'] },
  bsl: { words: 'British Sign Language', onPaper: [], onScreen: [] },
  other: { words: 'another format', onPaper: [], onScreen: [] },
}

function unread(going: Going, { informationFormat }: MessageFacts): string | null {
  const paper = going.channel === 'letter'
  if (informationFormat === 'email_only')
    return paper ? 'They read by email only. Send it by email.' : null
  const reads = readable[informationFormat]
  if (reads === undefined) return null
  const formats = paper ? reads.onPaper : reads.onScreen
  if (formats.includes(going.format ?? (paper ? 'pdf' : 'text'))) return null
  return formats.length === 0
    ? `They asked for ${reads.words}, which cannot be sent from here. Arrange it, or go through it with them and hand it over.`
    : `They asked for ${reads.words}, and this would not be. Choose that format, or hand it over.`
}
