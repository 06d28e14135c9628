import { readFileSync } from 'node:fs'
import { z } from 'zod'

const fieldSchema = z.object({
  id: z.string(),
  label: z.string(),
  also: z.array(z.string()),
  required: z.boolean().default(false),
  codes: z.string().optional(),
  looks: z.string().optional(),
})

const kindIds = [
  'adult_carers',
  'young_carers',
  'referrals',
  'assessments',
  'payments',
  'training',
  'sessions',
  'groups',
  'decisions',
] as const

const kindSchema = z.object({
  id: z.enum(kindIds),
  title: z.string(),
  fileNames: z.array(z.string()),
  fields: z.array(fieldSchema),
})

/** What a file of an extract holds. */
export type KindId = (typeof kindIds)[number]
export type Field = z.output<typeof fieldSchema>
export type Kind = z.output<typeof kindSchema>

const file = new URL('../../../data/import/headings.json', import.meta.url)

/** Every kind of file, its fields, and the headings under which each goes. */
export const kinds: readonly Kind[] = z
  .object({ kinds: z.array(kindSchema) })
  .parse(JSON.parse(readFileSync(file, 'utf8'))).kinds

const byId = new Map(kinds.map((kind) => [kind.id, kind]))

export function kindOf(id: KindId): Kind {
  const kind = byId.get(id)
  if (kind === undefined) throw new Error(`no headings for ${id}`)
  return kind
}

export const isKindId = (text: string): text is KindId => byId.has(text as KindId)
