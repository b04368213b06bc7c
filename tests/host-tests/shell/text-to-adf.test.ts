import { adfToText, textToAdf } from '../../host/shell/src/lib/text-to-adf';

describe('textToAdf', () => {
  it('makes a paragraph of each line and drops empty ones', () => {
    expect(textToAdf('VLAN 120\n\nfor web')).toEqual({
      type: 'doc',
      version: 1,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'VLAN 120' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'for web' }] },
      ],
    });
  });

  it('is undone by adfToText', () => {
    expect(adfToText(textToAdf('VLAN 120\nfor web'))).toBe('VLAN 120\nfor web');
  });
});

describe('adfToText', () => {
  it('says nothing for an issue without description', () => {
    expect(adfToText(null)).toBe('');
  });
});
