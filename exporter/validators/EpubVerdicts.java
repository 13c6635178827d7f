import com.adobe.epubcheck.tool.EpubChecker;

/**
 * Runs EPUBCheck over many books in one process: its start-up takes longer than a book.
 *
 * <p>Before each book's messages stands a line BEGIN and the file's number, after them a line END
 * and the status that the program would have ended with. Fields are parted by tabs.
 */
public final class EpubVerdicts {
  public static void main(String[] files) {
    System.setErr(System.out);
    for (int number = 0; number < files.length; number++) {
      System.out.println("BEGIN\t" + number);
      int status = new EpubChecker().run(new String[] {"--failonwarnings", files[number]});
      System.out.println("END\t" + status);
    }
  }
}
