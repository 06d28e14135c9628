import { type Body, freshForm, typedIn } from '#platform/web/form.ts'

/** What the script put into the form: no words of anybody's, so a fault in it is told as one sentence. */
export function answerIn(body: Body): { readonly challenge: string; readonly credential: string } {
  const state = freshForm(body)
  return { challenge: typedIn(state, 'challenge'), credential: typedIn(state, 'credential') }
}
