import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.validators.ValidatorConfig;
import org.verapdf.pdfa.validation.validators.ValidatorConfigBuilder;

/**
 * Asks the veraPDF engine whether each PDF keeps the standards that its own metadata claim.
 *
 * <p>Prints a line for each file and standard, PASS or FAIL, the file's number, and the standard;
 * after a FAIL a line RULE for each rule that is broken. Fields are parted by tabs.
 */
public final class VeraVerdicts {
  private final VeraPDFFoundry foundry = Foundries.defaultInstance();
  private final ValidatorConfig config =
      ValidatorConfigBuilder.defaultBuilder()
          .recordPasses(false).maxFails(-1).showErrorMessages(true).build();

  public static void main(String[] files) {
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    VeraVerdicts verdicts = new VeraVerdicts();
    for (int number = 0; number < files.length; number++) {
      try {
        verdicts.judge(number, new File(files[number]));
      } catch (Exception error) {
        say("FAIL", number, "");
        say("RULE", number, "cannot be read: " + error.getMessage());
      }
    }
  }

  private void judge(int number, File file) throws Exception {
    try (PDFAParser parser = foundry.createParser(file)) {
      List<PDFAFlavour> claimed = new ArrayList<>(parser.getFlavours());
      claimed.remove(PDFAFlavour.NO_FLAVOUR);
      if (claimed.isEmpty()) {
        say("FAIL", number, "");
        say("RULE", number, "claims neither PDF/A nor PDF/UA");
        return;
      }
      PDFAValidator validator = foundry.createValidator(config, claimed);
      for (ValidationResult result : validator.validateAll(parser)) {
        report(number, result);
      }
    }
  }

  private static void report(int number, ValidationResult result) {
    say(result.isCompliant() ? "PASS" : "FAIL", number, result.getPDFAFlavour().getId());
    Map<RuleId, String> first = new HashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      first.putIfAbsent(
          assertion.getRuleId(),
          assertion.getMessage() + " @ " + assertion.getLocation().getContext());
    }
    Map<String, String> broken = new TreeMap<>();
    result.getFailedChecks().forEach((rule, times) ->
        broken.put(
            rule.getClause() + "-" + rule.getTestNumber(),
            " (" + times + " times): " + first.get(rule)));
    broken.forEach((rule, found) -> say("RULE", number, rule + found));
  }

  private static void say(String word, int number, String text) {
    System.out.println(word + "\t" + number + "\t" + text.replaceAll("\\s+", " "));
  }
}
