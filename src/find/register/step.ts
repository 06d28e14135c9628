import type { Html } from '#platform/lib/html.ts'
import { ok, refused, type Result } from '#platform/lib/result.ts'
import type { Body, Form, form as declareForm, FormState } from '#platform/web/form.ts'
import type { Asking, Way } from './draft.ts'

type Fields = Parameters<typeof declareForm>[0]
type ValuesOf<F extends Fields> = Extract<ReturnType<Form<F>['read']>, { ok: true }>['value']

export type Row = {
  readonly key: string
  readonly value: string
  /** Whether a record has no place of its own for it, so that it goes into the note. */
  readonly forNote: boolean
}

/** One page of the registration. */
export type Step = {
  /** Its name in the address, and its answers' name in the draft. */
  readonly slug: string
  readonly ways: readonly Way[]
  readonly title: (way: Way) => string
  readonly view: (state: FormState, of: Asking) => Html
  /** The answers to keep, no more than the page's own fields; or what is wrong with them. */
  readonly read: (body: Body, of: Asking) => Result<Body, FormState>
  /** The answers in words, for the page on which they are checked. */
  readonly rows: (body: Body, of: Asking) => readonly Row[]
}

/** Declares a page of the registration; types flow from its form to its rows. */
export function step<F extends Fields>(declared: {
  readonly slug: string
  readonly ways: readonly Way[]
  readonly title: (way: Way) => string
  /** The names under which its fields are sent. */
  readonly names: readonly string[]
  readonly form: (of: Asking) => Form<F>
  readonly view: (state: FormState, of: Asking) => Html
  readonly rows: (values: ValuesOf<F>, of: Asking) => readonly Row[]
}): Step {
  const { names, form, rows, ...rest } = declared
  return {
    ...rest,
    read: (body, of) => {
      const read = form(of).read(body)
      return read.ok ? ok(only(body, names)) : refused(read.error)
    },
    rows: (body, of) => {
      const read = form(of).read(body)
      return read.ok ? rows(read.value, of) : []
    },
  }
}

function only(body: Body, names: readonly string[]): Body {
  return Object.fromEntries(
    names.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])),
  )
}

/** A row, or none where nothing was answered. */
export function row(key: string, value: string | null, forNote = false): readonly Row[] {
  return value === null || value === '' ? [] : [{ key, value, forNote }]
}

/** The same for what a record has no place of its own for. */
export function noteRow(key: string, value: string | null): readonly Row[] {
  return row(key, value, true)
}
