using System.CommandLine;
using System.Globalization;
using SafetyAnalytics.Learning.Categories;
using SafetyAnalytics.Learning.Categories.Model;
using SafetyAnalytics.Ledgers.Words;
using SafetyAnalytics.Pipeline.Decisions;
using SafetyAnalytics.Warehouse.Building;

namespace SafetyAnalytics.Pipeline.Categories;

/// <summary>The verb <c>classify</c>: the category of each text of a file, by the seeds' taxonomy or by labels of any vocabulary.</summary>
internal sealed class ClassifyCommand(Conversation say, Func<ParseResult, DataDirectory> data, Func<ParseResult, Seeds> seeds)
{
    private static readonly string[] s_added = ["category", "probability", "certain", "reason", "by"];

    public readonly record struct Symbols(Argument<string> File, Option<string?> Labels, Option<string> Out);

    public static Symbols Options() => new(
        new Argument<string>("FILE") { Description = Messages.Of("argument_texts") },
        new Option<string?>("--labels") { Description = Messages.Of("option_labels") },
        new Option<string>("--out") { Description = Messages.Of("option_out_csv"), Required = true });

    public ExitCode Classify(ParseResult parsed, Symbols options, CancellationToken cancellationToken)
    {
        var reading = DecidedReading.Of(data(parsed), seeds(parsed));
        var known = reading.Seeds;
        var destination = Path.GetFullPath(parsed.GetValue(options.Out)!);
        string[] sources = [.. new[] { parsed.GetValue(options.File), parsed.GetValue(options.Labels) }.OfType<string>()];
        if (Array.Exists(sources, source => Path.GetFullPath(source) == destination)) throw new PipelineException(ExitCode.Usage, Messages.Of("out_is_input", destination));
        var table = TextTable.Read(sources[0], ["text"], cancellationToken);
        var classifier = sources.Length > 1 ? LabelledBy(sources[1], CategorySeeds.LexiconOf(known), cancellationToken) : CategorySeeds.ClassifierOf(known, [.. reading.Categories.Select(one => new LabelledText(one.Text, one.Category))]);
        var texts = table["text"].ToList();
        var answers = Answers(texts, classifier, cancellationToken);
        TextTable.Write(destination, [.. Renamed(table.Columns), .. s_added], table.Rows.Select((row, i) => row.Concat(Cells(answers[texts[i]]))));
        var unknown = texts.Count(text => answers[text].Category is null);
        var certain = texts.Count(text => answers[text].IsCertain);
        say.Result(Messages.Of("classified", texts.Count, certain, unknown, destination));
        return ExitCode.Done;
    }

    /// <summary>Learned from the labels alone; the lexicon's words only help to tell them apart. Every text gets an answer: how sure it is, <c>probability</c> says.</summary>
    private TextClassifier LabelledBy(string path, CategoryLexicon lexicon, CancellationToken cancellationToken)
    {
        var labels = TextTable.Read(path, ["text", "category"], cancellationToken);
        var taught = labels["text"].Zip(labels["category"], (text, category) => new LabelledText(text, category.Trim())).Where(label => label.Category.Length > 0 && PlainText.Of(label.Text).Length > 0).ToList();
        if (taught.Count == 0) throw new PipelineException(ExitCode.Usage, Messages.Of("labels_empty", path));
        if (taught.Count < labels.Rows.Count) say.Note(Messages.Of("labels_skipped", labels.Rows.Count - taught.Count));
        var model = TextModel.Learn(taught, lexicon, cancellationToken: cancellationToken);
        say.Note(model.Expected is { } expected
            ? Messages.Of("labels_learned_tried", taught.Count, model.Categories.Count, Share(expected.Accuracy), Share(expected.MacroF1))
            : Messages.Of("labels_learned", taught.Count, model.Categories.Count));
        return new TextClassifier(rules: null, new Lazy<TextModel?>(model), taught, new TextClassifierOptions { UnknownBelow = 0, CertainFrom = 0, UnknownCategory = null });
    }

    /// <summary>Each distinct text once, on all cores.</summary>
    private static Dictionary<string, TextAnswer> Answers(IEnumerable<string> texts, TextClassifier classifier, CancellationToken cancellationToken) => texts
        .Distinct(StringComparer.Ordinal)
        .AsParallel().WithCancellation(cancellationToken)
        .Select(text => (Text: text, Answer: classifier.Classify(text)))
        .ToDictionary(answer => answer.Text, answer => answer.Answer, StringComparer.Ordinal);

    private static IEnumerable<string> Cells(TextAnswer answer) =>
    [
        answer.Category ?? "", Share(answer.Probability), answer.IsCertain ? "true" : "false", string.Join('、', answer.Reasons), SnakeCase.Of(answer.By),
    ];

    /// <summary>A column of the file that is called like one of ours keeps its cells under another name: ours keep the names that others rely on.</summary>
    private IEnumerable<string> Renamed(IReadOnlyList<string> columns)
    {
        var taken = columns.Concat(s_added).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var column in columns)
        {
            if (!s_added.Contains(column, StringComparer.OrdinalIgnoreCase))
            {
                yield return column;
                continue;
            }

            var name = column + "_in";
            while (!taken.Add(name)) name += "_";
            say.Note(Messages.Of("column_renamed", column, name));
            yield return name;
        }
    }

    private static string Share(double share) => share.ToString("0.####", CultureInfo.InvariantCulture);
}
