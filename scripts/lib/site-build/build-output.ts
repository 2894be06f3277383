/** The last lines of what a build wrote. */
export function lastWords(output: string): string {
  return output.split('\n').slice(-15).join('\n');
}

/** The line of a build's output that most likely names the cause. */
export function errorLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const found = lines.find((line) => /error|fehler|cannot/i.test(line)) ?? lines.at(-1) ?? 'keine';
  return found.trim().slice(0, 400);
}
