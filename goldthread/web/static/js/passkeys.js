// Passkeys: the forms marked data-passkey ask the browser for one and send what it says.
// login: sign in without a password; authenticate: second step, or confirming that it is you; add: a new one.
// Without this file the forms stay hidden, and passwords and codes do all that they do.

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const listed = (keys) => (keys || []).map((key) => ({ ...key, id: bytes(key.id) }));

function forAsking({ publicKey: options }) {
  return { ...options, challenge: bytes(options.challenge), allowCredentials: listed(options.allowCredentials) };
}

function forAdding({ publicKey: options }) {
  return {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: listed(options.excludeCredentials),
    // It will stand for the password too, so it is kept on the device, and the device must ask who holds it.
    authenticatorSelection: { ...options.authenticatorSelection, residentKey: "required", requireResidentKey: true, userVerification: "required" },
  };
}

function said(credential) {
  const { response } = credential;
  const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    authenticatorAttachment: credential.authenticatorAttachment,
    clientExtensionResults: credential.getClientExtensionResults(),
    response: Object.fromEntries(parts.filter((part) => response[part]).map((part) => [part, text(response[part])])),
  };
}

async function optionsOf(form) {
  if (form.dataset.options) {
    return JSON.parse(document.getElementById(form.dataset.options).textContent);
  }
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return (await answer.json()).request_options;
}

async function ask(form) {
  const options = await optionsOf(form);
  return form.dataset.passkey === "add"
    ? navigator.credentials.create({ publicKey: forAdding(options) })
    : navigator.credentials.get({ publicKey: forAsking(options) });
}

function words(problem) {
  if (problem.name === "NotAllowedError") return "Nothing happened: it was stopped, took too long, or this device has no passkey for Goldthread. Try again, or use another way.";
  if (problem.name === "InvalidStateError") return "This device has a passkey for your account already. Use that one, or add one on another device.";
  if (problem.name === "SecurityError") return "Passkeys need the name of the site in the address, not a row of numbers, and a secure connection. Open the site by its name.";
  return "The passkey could not be asked for. Load the page again, or use another way.";
}

function tell(form, sentence) {
  const place = form.querySelector("[data-passkey-problem]");
  const line = document.createElement("p");
  line.className = "govuk-error-message";
  line.textContent = sentence;
  place.replaceChildren(line);
}

function make(form) {
  const button = form.querySelector("button[type=submit]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      form.elements.credential.value = JSON.stringify(said(await ask(form)));
      form.submit();
    } catch (problem) {
      tell(form, words(problem));
      button.disabled = false;
    }
  });
  form.hidden = false;
}

if (window.PublicKeyCredential) document.querySelectorAll("form[data-passkey]").forEach(make);
