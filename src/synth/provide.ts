import { AppAnalysis } from './app-analysis';
import { provideAppValidation } from '../tree/app-validation';

// Loading the library hands the analysis down to the constructs, which stand below it and may not import it.
provideAppValidation(new AppAnalysis());
