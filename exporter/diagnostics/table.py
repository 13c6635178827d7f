"""Every diagnostic code: severity, message and hint.

A message says what and why, a hint what to do: no error and no warning is without one. Both begin
small and end without a full stop, since more may follow them. A code is never reused. The letter is
the stage: U usage, R reader, T typography, S style, X export (the pipeline and the writing of
files), P PDF, E EPUB, D DOCX, A archive, M mail. Each code has a case in
`tests/diagnostics/<code>/`.
"""

from __future__ import annotations

CODES: dict[str, tuple[str, str, str | None]] = {
    # -- usage ------------------------------------------------------------------------------
    "U001": ("error", "there is no format {format!r}", "known are {known} and all"),
    "U002": (
        "error",
        "there is no input, and no folder {folder} here to take it from",
        "name a story or a folder of stories, or pipe one in: exporter - < story.txt",
    ),
    "U003": (
        "error",
        "--output - takes one story and one format, not {stories} and {formats}",
        "name one story and add --format pdf, for example",
    ),
    "U004": (
        "error",
        "{inputs} would be written to one file, {output}",
        "export them one by one with --output, or tell them apart with --name",
    ),
    "U005": (
        "error",
        "{output} is one of the inputs and would be written over",
        "choose another folder or file with --output",
    ),
    "U006": (
        "error",
        "SOURCE_DATE_EPOCH is {value!r}, which is not a number of seconds since 1970",
        "unset it, or set it to a whole number such as 1629849600",
    ),
    "U007": (
        "error",
        "{text!r} is not a date",
        "write it as ISO 8601 does: 2021-08-25 or 2021-08-25T14:30+02:00",
    ),
    "U008": (
        "error",
        "{text!r} is not a language tag",
        "write it as BCP 47 does: en, pt-BR, zh-Hant",
    ),
    "U009": ("error", "the name template {template!r} {reason}", "fields are {fields}"),
    "U010": (
        "error",
        "PDFs cannot be made for the profile {profile!r}",
        "profiles are {known}",
    ),
    "U011": ("warning", "unknown key {key!r} in {path}", "{suggestion}"),
    "U012": ("error", "{path} cannot be read: {reason}", "check its TOML syntax"),
    "U013": (
        "error",
        "{key} in {path}: {reason}",
        "exporter help settings shows what may stand there",
    ),
    "U014": (
        "error",
        "{path} is neither a PDF, an EPUB nor a Word file",
        "check takes what export makes",
    ),
    "U015": ("error", "a headline needs words", "leave --headline out to keep the story's own"),
    "U016": ("error", "{word!r} is neither a command nor a story", "did you mean {command}?"),
    "U017": ("error", "--output needs a path", "for the working folder write --output ."),
    "U018": (
        "warning",
        "{output} is taken for a folder: only one story in one format goes to a file, "
        "whose suffix is the format's",
        "for a file add --format {format}",
    ),
    "U021": ("error", "a cover cannot be {cover!r}", "covers are {known}"),
    "U020": (
        "error",
        "printer's marks are for a press, and the PDF is to be for the screen",
        "leave out --marks or --profile screen",
    ),
    "U022": (
        "error",
        "the template {name} cannot be read: {reason}",
        "give --docx-template the path of a .docx or .dotx file that you may read",
    ),
    "U023": (
        "error",
        "the conventions {name} cannot be read: {reason}",
        "exporter help conventions shows what stands in such a file",
    ),
    "U030": (
        "error",
        "--jobs cannot be {text!r}",
        "give a number of processes from 1 to {most}, or auto for as many as there are processors",
    ),
    "U031": (
        "error",
        "the report would be written over {path}, which this run reads or makes",
        "choose another file with --report",
    ),
    "U032": (
        "error",
        "a report cannot be written to {path!r}, which is no file",
        "name a file; for standard output there is --json",
    ),
    "U033": (
        "error",
        "--watch ends when it is stopped, and cannot be combined with {option}",
        "leave one of them out; what happens is printed as it does, with --json as JSON",
    ),
    "U034": ("error", "{text!r} is no number of seconds", "write it like 2 or 0.5, up to {most}"),
    "U035": (
        "error",
        "{path} is not a folder, and --watch looks into folders",
        "name the folder that stories arrive in",
    ),
    "U036": (
        "error",
        "{format} files in {output} would be taken for stories that arrive in {path}",
        "choose another folder with --output",
    ),
    "U040": (
        "error",
        "{text!r} is no address to send to or from: it {reason}",
        'write desk@example.org or "Meyer, Anna" <anna@example.org>; commas part addresses',
    ),
    "U041": (
        "error",
        "{url!r} is no mail server: it {reason}",
        "write smtp://mail.example.org, or smtps:// where TLS comes first; a port may follow",
    ),
    "U042": (
        "error",
        "a user and a password stand in the address of the mail server {server}",
        "set EXPORTER_SMTP_USER and EXPORTER_SMTP_PASSWORD, or name the server in ~/.netrc: "
        "a command line can be seen by others",
    ),
    "U043": ("error", "{text!r} is no size", "write it as 20MB, 500kB, or a number of bytes"),
    "U044": (
        "error",
        "it is not said where the message is to go",
        "--eml FILE writes it as a draft; --smtp smtp://mail.example.org sends it",
    ),
    "U045": (
        "error",
        "{name} cannot be used as {purpose}: {reason}",
        "name another file, one that you may read",
    ),
    "U046": (
        "error",
        "the login for {server} cannot be taken from {place}: {reason}",
        "a line there says machine mail.example.org login USER password WORD, and only you may "
        "read the file",
    ),
    "U047": (
        "error",
        "a message is either written, with --eml, or sent, with --smtp",
        "send it, or write it and send it with your mail program",
    ),
    "U048": (
        "error",
        "a message that is sent needs {what}",
        "give {option}, or write it under [mail] in exporter.toml",
    ),
    "U049": (
        "error",
        "{output} is one of the stories and would be written over",
        "give --eml another file",
    ),
    "U050": (
        "error",
        "--json and --eml - both want standard output",
        "give --eml a file",
    ),
    "U060": ("error", "the guide has no topic {word!r}", "{suggestion}"),
    "U061": ("error", "{message}", "{hint}"),
    # -- readers ----------------------------------------------------------------------------
    "R001": (
        "error",
        "the input is empty",
        "get it from its sender again: it may have been cut off on the way",
    ),
    "R002": (
        "error",
        "the input has {size} bytes; at most {largest} are read",
        "a file may hold one story",
    ),
    "R003": ("error", "the input is {what}, not text", "give the story as plain text"),
    "R004": (
        "error",
        "{format} is a machine format that is not read yet",
        "read are text, Markdown, NITF, NewsML, ninjs, and the JSON that `inspect` prints",
    ),
    "R005": (
        "error",
        "the input looks like the JSON of `inspect` but is not valid: {reason}",
        "print it again with `inspect`, one story a file",
    ),
    "R006": ("info", "read as {encoding}, since nothing in the file says its encoding", None),
    "R007": (
        "warning",
        "{count} byte(s) are not {encoding} and were read as Windows-1252",
        "look for wrong characters, or save the file as UTF-8",
    ),
    "R008": ("info", "control characters of transmission are left out: {characters}", None),
    "R009": (
        "warning",
        "characters that no page can show are left out: {characters}",
        "the file may be damaged",
    ),
    "R010": ("info", "control characters are read as Windows-1252 has them: {characters}", None),
    "R011": (
        "warning",
        "{count} place(s) are not valid {encoding}; they hold U+FFFD",
        "the file may be damaged or cut off",
    ),
    "R012": (
        "warning",
        "read as {encoding}, which is only a statistical guess",
        "save the file as UTF-8",
    ),
    "R013": ("info", "the frame of the transmission is not part of the story: {words}", None),
    "R014": ("info", "the sender's notice makes the story {status}", None),
    "R015": ("info", "the embargo names no time zone; UTC is taken: {time}", None),
    "R016": (
        "warning",
        "when the embargo ends cannot be told from its line",
        "a full date, a time and a time zone are needed, such as 0001 GMT, March 5, 2030",
    ),
    "R017": ("info", "lines {first} to {last} are not for publication; no output shows them", None),
    "R018": ("info", "the story has no headline; its title is taken from the lead", None),
    "R019": (
        "info",
        "the story has neither headline nor lead; its title is {title!r}",
        "give one with --headline",
    ),
    "R020": (
        "info",
        "the mark {marker!r} ({count}×) is not in the text: it stands for {meaning}",
        None,
    ),
    "R021": (
        "error",
        "the input has {count} lines; at most {most} are read",
        "a file may hold one story",
    ),
    "R022": (
        "error",
        "the story is nested more than {most} deep",
        "take lists out of lists, or quotations out of quotations",
    ),
    "R023": (
        "info",
        "no form says so, but it is taken for the {part}: {why}",
        "a form of your own (--conventions) can say what it is",
    ),
    "R040": (
        "error",
        "the {format} is not well-formed: {reason}",
        "the file may be damaged or cut off",
    ),
    "R041": (
        "error",
        "the {format} has {found}; at most {most} are read",
        "a file may hold one story",
    ),
    "R042": ("error", "the input is {what}, not a text story", "{hint}"),
    "R043": (
        "error",
        "the input holds {count} stories ({which})",
        "give one story a file, or choose one by its language with --language",
    ),
    "R044": ("info", "metadata that no field of the document holds: {fields}", None),
    "R045": (
        "warning",
        "{reference!r} ({count}×) stands for nothing that is known; it is left as it stands",
        "the sender may have declared it in the file: entities are not expanded",
    ),
    "R046": (
        "warning",
        "the status {status!r} is not known; the story is held back",
        "known are usable, embargoed, withheld and canceled",
    ),
    "R047": ("info", "<{element}> is not for a page and is left out: {what}", None),
    "R048": (
        "error",
        "no text of a story is in the input",
        "its text may be elsewhere: nothing is fetched from a network",
    ),
    "R050": (
        "error",
        "the front matter is not valid YAML: {reason}",
        "it stands between two lines of three hyphens: a key, a colon and a value on each line",
    ),
    "R051": (
        "warning",
        "characters turn letters against their direction, so that what is read is not what is "
        "written: {characters}",
        "they stay in the text; take them out where nobody meant them",
    ),
    "R052": (
        "warning",
        "letters with more than {most} marks on them, which no writing has: {count}",
        "they stay in the text, and may be set over what stands around them",
    ),
    # -- typography -------------------------------------------------------------------------
    "T001": ("info", "quotation mark: {before} → {after}", None),
    "T002": ("info", "apostrophe: {before} → {after}", None),
    "T003": ("info", "prime: {before} → {after}", None),
    "T004": ("info", "dash: {before} → {after}", None),
    "T005": ("info", "dateline's dash: {before} → {after}", None),
    "T006": ("info", "ellipsis: {before} → {after}", None),
    "T007": ("info", "no-break space: {before} → {after}", None),
    "T008": ("info", "soft hyphen: {before} → {after}", None),
    "T009": (
        "info",
        "quotation mark without a partner: {excerpt}",
        "it is set as it stands; the sender's copy may have lost its partner",
    ),
    "T010": ("info", "changes by rule {rule} that are not listed: {count}", None),
    "T011": (
        "warning",
        "{count} quotation marks are more than any story has; all stay as sent",
        "the file may be damaged; at most {most} are set",
    ),
    # -- styles -----------------------------------------------------------------------------
    "S001": (
        "error",
        "there is no style {name!r}",
        "built in are {known}; a style of your own is named by its path, ending in .toml",
    ),
    "S002": ("error", "{path} is not a stylesheet: {reason}", "check its TOML syntax"),
    "S003": ("warning", "unknown key {key!r} in style {name}", "{suggestion}"),
    "S004": (
        "error",
        "{key} in style {name}: {reason}",
        "exporter styles wire shows every key with a value that it can have",
    ),
    "S005": ("error", "style {name} extends itself: {chain}", "break the circle of `extends`"),
    "S020": (
        "error",
        "colour {colour!r} in style {name} is made of four inks, and the style prints black alone",
        'give it a grey such as print = "38%", or the style four inks: [press] inks = "cmyk"',
    ),
    "S021": (
        "error",
        "colour {colour!r} in style {name} puts {total} of ink on paper that takes {limit}",
        "take from cyan, magenta and yellow what is grey in them, and give it to black",
    ),
    "S035": (
        "error",
        "the logo {logo!r} of style {name} cannot be read: {reason}",
        "its path is taken from the folder of the style that names it",
    ),
    "S025": (
        "error",
        "the font file {file} of {font} in style {name} cannot be used: it {reason}",
        "a path starts at the style's folder; TrueType (.ttf) and OpenType (.otf) are read",
    ),
    "S026": (
        "error",
        "the font file {file} of {font} in style {name} {reason}",
        "ask the font's maker for a licence that allows embedding, or take another font",
    ),
    "S027": (
        "info",
        "the maker of the font file {file} allows no subsets: files carry the whole font",
        "ask the font's maker for a licence that allows subsets; files get lighter",
    ),
    "S028": (
        "warning",
        "no font file of {font} in style {name} is {wanted}, as the role {role} asks; the nearest "
        "is taken",
        "name a file of that weight and slope, or change the role",
    ),
    "S029": (
        "error",
        "fonts.{font}.axes in style {name}: {axis!r} is no axis and value",
        'write the axis, an equals sign and the value: "wdth=87.5"',
    ),
    # -- export -----------------------------------------------------------------------------
    "X001": (
        "error",
        "the story is embargoed{until}",
        "after the release, or with --allow-embargoed, it is exported; then every page says so",
    ),
    "X002": (
        "error",
        "the sender holds the story back",
        "wait for its release; --allow-embargoed exports it, and every page says so",
    ),
    "X003": (
        "error",
        "the sender has killed the story",
        "do not publish it; --allow-embargoed exports it, and every page says so",
    ),
    "X004": ("info", "the embargo has passed: {until}", None),
    "X005": (
        "error",
        "a warning stops the export, as --strict asks",
        "mend what the warning is about, or leave out --strict",
    ),
    "X006": (
        "warning",
        "the source is not embedded: part of it is not for publication",
        "leave --embed-source out",
    ),
    "X007": (
        "warning",
        "the source is not embedded: only its document is at hand",
        "export the file that was sent, or leave out --embed-source",
    ),
    "X008": ("error", "cannot be read: {reason}", "check its path, and that you may read it"),
    "X009": ("error", "holds no story", "stories are files ending in {suffixes}"),
    "X010": (
        "error",
        "would be written to the same file as {other}: {output}",
        "export them apart, or tell them apart with --name",
    ),
    "X011": (
        "error",
        "{output} is one of the inputs and would be written over",
        "choose another folder with --output",
    ),
    "X012": (
        "error",
        "{path} cannot be written: {reason}",
        "check that the folder may be written to, and that the disk has room",
    ),
    "X013": ("info", "{path} is up to date", None),
    "X014": (
        "error",
        "a bug in the exporter stopped this story: {error}",
        "please report it, with the traceback and, if you may, the story",
    ),
    "X015": ("info", "the source is not embedded: only a PDF can hold it", "add --format pdf"),
    "X016": ("error", "is a folder", "name the files in it: exporter check {folder}/*"),
    "X020": (
        "error",
        "the process that was at work on it ended: {reason}",
        "if memory ran out, fewer --jobs leave more to each; --update makes what is missing",
    ),
    "X021": (
        "error",
        "processes for the work cannot be started: {reason}",
        "--jobs 1 does without",
    ),
    "X022": (
        "warning",
        "the folder cannot be looked into: {reason}",
        "the watch goes on, and takes what is in it when it can be",
    ),
    "X023": (
        "warning",
        "the link leads out of the folder and is passed over",
        "put the file itself there",
    ),
    # -- PDF --------------------------------------------------------------------------------
    "P001": (
        "info",
        "the date of the story is unknown; the file says {date}, since PDF/X-4 demands a date",
        "give one with --date",
    ),
    "P002": (
        "warning",
        "no font has characters of script {script} ({count} of them: {characters}{where}); a box "
        "is printed for each, with its text behind it; the script counts as not supported",
        "add a family that has them to the style's fallback fonts",
    ),
    "P003": (
        "info",
        "characters that print nothing (controls, invisible marks) were left out: {count}",
        None,
    ),
    "P004": ("info", "a word is wider than its column and was divided: {word!r}", None),
    "P005": (
        "warning",
        "the picture {picture!r} is not printed, only its words are: {reason}",
        "JPEG, PNG, GIF, WebP and plain SVG pictures beside the story are printed",
    ),
    "P006": (
        "info",
        "the link to {address} is printed as words: a print file has no live links",
        "--profile screen makes a file that has them",
    ),
    "P007": (
        "warning",
        "{language!r} is no language tag; the PDF says that its language is undetermined",
        "give one with --language, as BCP 47 writes it: en, pt-BR, zh-Hant",
    ),
    "P008": (
        "info",
        "the language of the story is unknown; the PDF says so, and cannot be read aloud well",
        "give it with --language",
    ),
    "P050": (
        "warning",
        "the picture {picture!r} has no description; its caption is read out in place of one",
        "give it an alternative text",
    ),
    "P051": (
        "warning",
        "the picture {picture!r} has neither description nor caption: a listener is told nothing",
        "give it an alternative text",
    ),
    "P052": (
        "info",
        "the picture {picture!r} has {dots} pixels to the inch where it is printed",
        "150 and more look sharp on paper; send a larger picture",
    ),
    "P020": (
        "warning",
        "{address!r} is no link in the PDF; its words are text",
        "links are https, http and mailto addresses",
    ),
    "P053": (
        "warning",
        "the logo {logo!r} of the style is not printed: {reason}",
        "a logo is SVG of fills and strokes, or a JPEG, PNG, GIF or WebP picture",
    ),
    "P030": (
        "info",
        "{family} has characters of script {script} that the style's first family lacks: "
        "{characters}{where}",
        "name a family that has them first in the style, if their look matters",
    ),
    "P031": (
        "info",
        "{family} has no small capitals for some letters: capitals reduced in size are printed",
        "set `small_caps = false` for the role, or take a family that has them",
    ),
    "P032": (
        "warning",
        "script {script} runs from right to left: its words are printed, each as it should be, but "
        "stand from left to right on their lines; the script counts as not supported",
        "EPUB and Word files have it in its order: send one of those",
    ),
    "P033": (
        "error",
        "the font {family} cannot be embedded: {reason}",
        "it is damaged or of a kind that HarfBuzz does not know: take another file of it",
    ),
    "P034": (
        "error",
        "the font family {family} is not installed",
        "install {package}, or name the fonts by path as the `files` of the style's font",
    ),
    "P040": (
        "warning",
        "the table has {columns} columns, too many for its measure: words in it are divided",
        "choose a style with a wider column of text, or send the table in parts",
    ),
    # -- EPUB -------------------------------------------------------------------------------
    "E001": (
        "info",
        "the date of the story is unknown; the book says {date}, since EPUB demands a date",
        "give one with --date",
    ),
    "E002": (
        "warning",
        "XML cannot hold {characters}; a replacement character stands for each",
        "mend the story where it was damaged",
    ),
    "E003": (
        "warning",
        "the picture {picture!r} is not in the book, but its words are: {reason}",
        "PNG, JPEG, GIF, WebP and plain SVG pictures beside the story are taken up",
    ),
    "E004": (
        "warning",
        "{address!r} is no link in the book; its words are text",
        "links are https, http and mailto addresses with words of their own",
    ),
    "E005": ("info", "a {what} without words is left out", None),
    "E006": (
        "warning",
        "{what} nested more than {limit} deep stand at that depth",
        "check the markup of the story",
    ),
    "E007": (
        "warning",
        "the picture {picture!r} has no description; its caption is read out in place of one",
        "give it an alternative text",
    ),
    "E008": ("info", "the cover has no room for all of its words; the story has them", None),
    "E009": (
        "info",
        "the language of the story is unknown, so a book cannot be read aloud well",
        "give it with --language",
    ),
    "E010": (
        "warning",
        "{tag!r} is no language tag that a book can carry",
        "give one with --language, as BCP 47 writes it: en, pt-BR, zh-Hant",
    ),
    "E011": (
        "warning",
        "the cover is a drawing and no raster, since no font at hand has {characters}",
        "name a family that has them as a `fallback` of the style's fonts",
    ),
    "E012": (
        "warning",
        "the font family {family} is not in the book: {reason}",
        "install it, name other `files`, or take `embed` out of the style's font",
    ),
    # -- DOCX -------------------------------------------------------------------------------
    "D001": (
        "info",
        "the date of the story is unknown; the Word file says {date}, since Word would put its own",
        "give one with --date",
    ),
    "D002": (
        "warning",
        "characters that XML cannot hold became U+FFFD, the first being {point}",
        "mend the story where it was damaged",
    ),
    "D003": (
        "warning",
        "the picture {picture!r} is not in the Word file, only its words are: {reason}",
        "JPEG, PNG, GIF and WebP pictures beside the story are taken up",
    ),
    "D004": (
        "warning",
        "the link to {address!r} stands as words: Word is given http, https and mailto addresses",
        "a link has visible words of its own",
    ),
    "D005": (
        "info",
        "a list is nested deeper than Word's {levels} levels; what is deeper stands on the last",
        None,
    ),
    "D006": (
        "warning",
        "a table of {columns} columns stands as lines of text: Word knows {most} at most",
        "send the table in parts",
    ),
    "D007": ("info", "a {node} with nothing in it is left out", None),
    "D008": (
        "warning",
        "the picture {picture!r} has neither description nor caption: a listener is told nothing",
        "give it an alternative text",
    ),
    "D009": (
        "info",
        "the property {name!r} of the Word file is cut at {most} characters; the text is whole",
        None,
    ),
    "D011": (
        "warning",
        "{language!r} is no language tag; the Word file does not state it",
        "give one with --language, as BCP 47 writes it: en, pt-BR, zh-Hant",
    ),
    "D020": (
        "error",
        "the template {name} is not one that Word could have saved: {reason}",
        "give --docx-template a file that Word saved as .docx or .dotx",
    ),
    "D021": (
        "error",
        "the template {name} has macros",
        "save it in Word as .docx or .dotx, which have none",
    ),
    "D022": (
        "error",
        "the template {name} reaches outside itself: {part} refers to {target}",
        "put into the template what it refers to; links to web and mail addresses may stay",
    ),
    "D023": (
        "error",
        "the template {name} is not safe to take over: {reason}",
        "open it in Word, keep styles, head and foot, and save it anew",
    ),
    "D024": (
        "warning",
        "the template has no styles {styles}; they are the stylesheet's, in the template's fonts",
        "give the template styles of these names",
    ),
    "D025": (
        "info",
        "the template has no styles {styles}; they are the stylesheet's, in the template's fonts",
        None,
    ),
    "D026": ("info", "the template has no {kind}; the stylesheet's stands in its place", None),
    "D027": ("info", "the template's own text is left out: the story stands in its place", None),
    # -- archive ----------------------------------------------------------------------------
    "A001": (
        "error",
        "there is no archive at {path}",
        "exporter archive add makes one; --archive names another folder",
    ),
    "A002": (
        "error",
        "{path} is not an archive that is known here: {reason}",
        "give --archive the folder of an archive, or one that is empty or not there yet",
    ),
    "A003": ("error", "the archive has no story {id!r}", "exporter archive list shows all"),
    "A004": ("error", "{id!r} may be several stories: {ids}", "give more of the identifier"),
    "A005": (
        "error",
        "{id} has no version {version}; its newest is {head}",
        "exporter archive history {id} shows all of its versions",
    ),
    "A006": (
        "error",
        "{id!r} cannot be an identifier: {reason}",
        "give one with --id: letters, digits and marks, no more than {most} of them",
    ),
    "A007": (
        "error",
        "the archive {path} cannot be written: {reason}",
        "what it holds is whole; set right what is wrong, and run the command again",
    ),
    "A008": (
        "error",
        "the archive {path} is on another file system than {staging}, where stories are put "
        "together",
        "make the archive a folder below the place where the file system is mounted",
    ),
    "A009": (
        "warning",
        "{id} is withdrawn, since version {version} ({created})",
        "do not publish it; exporter archive history {id} tells why",
    ),
    "A010": (
        "error",
        "{path} is not as it was stored: {reason}",
        "exporter archive verify tells what else is; take the story from a copy of the archive",
    ),
    "A011": (
        "warning",
        "nothing in the archive is known to be what this kill withdraws; it is stored by itself",
        "give the story's identifier with --id; exporter archive search finds it",
    ),
    "A012": (
        "info",
        "an update of this story will not be known as one: {reason}",
        "give --date, or an identifier with --id",
    ),
    "A013": (
        "warning",
        "stored without renditions: {reason}",
        "nothing has to be done; a version that may be published gets them",
    ),
    "A014": (
        "error",
        "the rendition {path} cannot be stored: {reason}",
        "name a file that you may read, each with a name of its own",
    ),
    "A015": (
        "warning",
        "{id} has been corrected, by version {version}; this is version {shown}",
        "leave out --version to have the newest",
    ),
    "A016": ("error", "{path} cannot be written: {reason}", "name a folder that is not there yet"),
    "A017": (
        "warning",
        "{id} was withdrawn by version {version}, and what is added to it stays so",
        "give --flag updated or --flag corrected to publish it again",
    ),
    "A018": (
        "warning",
        "a process that was killed has left something in {path}",
        "the next exporter archive add clears it",
    ),
    "A019": ("error", "{what} cannot be used: {reason}", "exporter archive reindex makes it anew"),
    "A020": (
        "error",
        "--output - takes one file, without --json; this would be {count}",
        "choose one with --format",
    ),
    "A021": (
        "error",
        "version {version} has no {part!r}; it has {known}",
        "name one of those with --format",
    ),
    "A022": (
        "error",
        "--id and --rendition are for one story",
        "add the stories one by one",
    ),
    # -- mail -------------------------------------------------------------------------------
    "M001": (
        "error",
        "nothing is {done}: {failed} of {stories} failed, and a message goes out whole or not at "
        "all",
        "mend what failed, or leave it out",
    ),
    "M002": (
        "error",
        "the message has {message} ({raw} before encoding), and {most} is the most that is sent",
        "{remedy}",
    ),
    "M003": (
        "error",
        "the server takes messages of {most:,} bytes, and this one has {octets:,}; nothing is sent",
        "leave out a format, or send fewer stories at a time",
    ),
    "M004": (
        "error",
        "the mail server {server} cannot be reached: {reason}; nothing is sent",
        "check its name and port: smtp:// is for STARTTLS (587), smtps:// for TLS first (465)",
    ),
    "M005": (
        "error",
        "the mail server {server} offers no encryption; nothing is sent",
        "smtps:// may work; --plain sends all the same, for others on the way to read",
    ),
    "M006": (
        "error",
        "the certificate of {server} is not to be trusted: {reason}; nothing is sent",
        "--ca-file names the authority of a house's own certificates; to a server on this "
        "machine --plain needs none",
    ),
    "M007": (
        "error",
        "{server} refuses the login of {user}: {reply}; nothing is sent",
        "check EXPORTER_SMTP_USER and EXPORTER_SMTP_PASSWORD, or the entry in ~/.netrc; some "
        "providers ask for a password made for programs",
    ),
    "M008": (
        "error",
        "the login for {server} is not sent without encryption; nothing is sent",
        "leave out --plain",
    ),
    "M009": (
        "error",
        "the server takes nothing from {sender}: {reply}; nothing is sent",
        "give --from an address that the server sends for, or log in",
    ),
    "M010": (
        "error",
        "the server does not take the message for {address}: {reply}",
        "check the address; the message is not kept from the others",
    ),
    "M011": (
        "error",
        "whether the message was taken is unknown: the server's last word was lost; it may have "
        "gone to {recipients}, and its Message-ID is {message_id}",
        "ask the recipients or the server's log before sending it again: they could have it twice",
    ),
    "M012": (
        "error",
        "the server does not take the message: {reply}",
        "the server's words say why; a smaller message or plainer files may pass",
    ),
    "M013": (
        "info",
        "the date of the stories is unknown; the message says {date}, since every message has one",
        "give one with --date",
    ),
    "M014": (
        "warning",
        "{server} puts off: {reply}; try {number} of {tries} comes in {seconds} s",
        "nothing has to be done; --retries 0 does not wait",
    ),
    "M015": (
        "error",
        "the server takes no addresses with other than ASCII letters before the @; nothing is sent",
        "use another address of the recipient or the sender",
    ),
    "M016": (
        "error",
        "{server} takes no login by {known}; nothing is sent",
        "if it needs none, unset EXPORTER_SMTP_USER or take it out of ~/.netrc",
    ),
    "M017": (
        "error",
        "{server} takes no mail now: {reply}; nothing is sent",
        "try again later, or have it tried more often with --retries",
    ),
    "M018": (
        "error",
        "the connection to {server} was lost before the message was handed over: {reason}; "
        "nothing is sent",
        "try again, if need be with a longer --timeout",
    ),
}
