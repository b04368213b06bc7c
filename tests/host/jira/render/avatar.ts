const colours = ['#1868DB', '#1F845A', '#964AC0', '#C25100', '#227D9B', '#AE4787'];

/**
 * Jira's avatars come from hosts that the frames' policy allows; nothing outside can be reached
 * here, so the picture is in the address: initials on a colour that stays with the name.
 */
export function avatarUrls(name: string): Record<string, string> {
  const url = `data:image/svg+xml,${encodeURIComponent(picture(name))}`;
  return { '16x16': url, '24x24': url, '32x32': url, '48x48': url };
}

function picture(name: string): string {
  const text = initials(name).replaceAll('&', '').replaceAll('<', '');
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const colour = colours[sum % colours.length];
  const label = `<text x="12" y="16" font-size="11" font-family="sans-serif" fill="#fff" text-anchor="middle">${text}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" fill="${colour}"/>${label}</svg>`;
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
