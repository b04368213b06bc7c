import { pathTo, placeAt } from '../../static/src/tam-workspace/places';

describe('placeAt', () => {
  it.each([{ at: 'portfolio' }, { at: 'create' }, { at: 'project', id: 'a/b 7' }] as const)(
    'finds the place back that pathTo wrote: %o',
    (place) => {
      expect(placeAt(pathTo(place))).toEqual(place);
    },
  );

  it('takes an address that it does not know for the portfolio', () => {
    expect(placeAt('/projects/')).toEqual({ at: 'portfolio' });
    expect(placeAt('/plans/7')).toEqual({ at: 'portfolio' });
    // Not a percent-encoding.
    expect(placeAt('/projects/%')).toEqual({ at: 'portfolio' });
  });
});
