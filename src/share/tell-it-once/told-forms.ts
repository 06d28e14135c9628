import {
  choice,
  choices,
  hiddenId,
  optionalText,
  optionalWhole,
  text,
} from '#platform/web/fields.ts'
import { form } from '#platform/web/form.ts'
import { z } from 'zod'
import { linkLengths } from './link.rules.ts'
import { toldParts } from './told.ts'

const most = 4000

/** What the carer writes in their own words. Version 0 stands for a page that is not there yet. */
export const ownWordsForm = form({
  id: hiddenId(),
  version: { parts: 'one' as const, schema: z.coerce.number<string>().int().min(0) },
  story: optionalText(most),
  needs: optionalText(most),
  contacts: optionalText(most),
  emergency: optionalText(most),
})

/** A link: for whom, what is on the page, for how long, how often. */
export const linkForm = form({
  id: hiddenId(),
  label: text('Enter who the link is for', 60),
  parts: choices(toldParts, 'Select at least one thing to show'),
  length: choice(linkLengths, 'Select how long the link works'),
  mostOpenings: optionalWhole({
    min: 1,
    max: 100,
    words: 'How many times must be a number between 1 and 100',
  }),
})

/** Whoever opens a link may say who they are. */
export const openForm = form({ who: optionalText(100) })
