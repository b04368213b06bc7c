import { mountSurface } from '../ui/mount-surface';
import { EditGadget } from './edit-gadget';

mountSurface(<EditGadget />);
