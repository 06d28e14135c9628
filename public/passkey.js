/*
 * Makes a passkey or asks for one, which only the browser can do, and sends the form with what it
 * answered. Without this file the page says how to sign in by a code instead.
 */
const form = document.querySelector('form[data-passkey]')

if (form && window.PublicKeyCredential) {
  document.querySelector('[data-passkey-missing]').hidden = true
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    ceremony(form.dataset.passkey, JSON.parse(form.dataset.options)).then(send, tell)
  })
}

function ceremony(kind, options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user ? { user: { ...options.user, id: bytes(options.user.id) } } : {}),
    allowCredentials: options.allowCredentials?.map(withBytes),
    excludeCredentials: options.excludeCredentials?.map(withBytes),
  }
  return navigator.credentials[kind]({ publicKey })
}

function send(credential) {
  const { response } = credential
  const parts = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']
  const said = parts.filter((part) => response[part]).map((part) => [part, text(response[part])])
  form.elements.credential.value = JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: { ...Object.fromEntries(said), transports: response.getTransports?.() },
  })
  form.submit()
}

function tell() {
  const fault = document.querySelector('[data-passkey-fault]')
  fault.hidden = false
  fault.focus()
}

const withBytes = (credential) => ({ ...credential, id: bytes(credential.id) })

/** The bytes of a base64url text, and back. */
const bytes = (encoded) =>
  Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
