import type { Tx } from '#platform/db/database.ts'
import type { IsoDate } from '#platform/lib/dates.ts'
import { listCaredFor } from '#people/caring/caring.sql.ts'
import { fullName, spokenName, type Person } from '#people/persons/person.ts'
import { getPerson } from '#people/persons/persons.sql.ts'
import { lasts } from '#share/agreements/agreement.rules.ts'
import { listAgreements } from '#share/agreements/agreements.sql.ts'
import { inASentence, purposeWords } from '#share/agreements/purposes.ts'
import { findToldPage } from './told.sql.ts'
import { ownWordParts, toldParts, type OwnWordPart, type ToldPart } from './told.ts'

/** A part of the page with what it says; parts without words are left out. */
export type ShownPart = { readonly part: ToldPart; readonly words: string }

export type Shown = { readonly name: string; readonly parts: readonly ShownPart[] }

/** What stands on a carer's page of the parts that they chose, and nothing of the others. */
export async function whatIsShown(
  tx: Tx,
  of: { readonly personId: string; readonly parts: readonly ToldPart[]; readonly today: IsoDate },
): Promise<Shown> {
  const person = await getPerson(tx, of.personId)
  const parts: ShownPart[] = []
  for (const part of toldParts.filter((each) => of.parts.includes(each))) {
    const words = await wordsOf(tx, { part, person, today: of.today })
    if (words !== '') parts.push({ part, words })
  }
  // Whoever hands the page on is named on it only where they chose so.
  return { name: of.parts.includes('about') ? fullName(person) : spokenName(person), parts }
}

type Part = { readonly part: ToldPart; readonly person: Person; readonly today: IsoDate }

async function wordsOf(tx: Tx, { part, person, today }: Part): Promise<string> {
  if (isOwnWords(part)) return (await findToldPage(tx, person.id))?.[part] ?? ''
  return part === 'about' ? aboutWords(tx, person) : agreedWords(tx, person.id, today)
}

const isOwnWords = (part: ToldPart): part is OwnWordPart =>
  ownWordParts.some((each) => each === part)

/** Their name, and that they look after somebody; whom, is for that person to say. */
async function aboutWords(tx: Tx, person: Person): Promise<string> {
  const caredFor = (await listCaredFor(tx, person.id)).filter(({ until }) => until === null)
  const cares =
    caredFor.length > 1 ? `I look after ${caredFor.length} people.` : 'I look after somebody.'
  return `My name is ${fullName(person)}.\n${cares}`
}

async function agreedWords(tx: Tx, personId: string, today: IsoDate): Promise<string> {
  const lasting = (await listAgreements(tx, personId)).filter((each) => lasts(each, today))
  return lasting
    .map(
      ({ organisation, purposes }) =>
        `${organisation} may know ${inASentence(purposes, purposeWords)}.`,
    )
    .join('\n')
}
