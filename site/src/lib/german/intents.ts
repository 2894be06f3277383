export const INTENTS = `umzug: transporter, lkw, anhänger`;
