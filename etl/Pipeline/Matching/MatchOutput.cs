using System.Globalization;
using System.Text;
using CsvHelper;
using SafetyAnalytics.Linking;

namespace SafetyAnalytics.Pipeline.Matching;

/// <param name="QuestionFile">Undecided pairs; written even when there are none.</param>
internal sealed record MatchWritten(int UnitCount, int QuestionCount, string QuestionFile);

/// <summary>Writes every input row with its unit, and beside it the undecided pairs. Both files appear whole or not at all.</summary>
internal sealed class MatchOutput(MatchFile source, MatchRows rows, UnitLinkage linkage)
{
    /// <exception cref="PipelineException">A file cannot be written.</exception>
    public MatchWritten Write(string destination, CancellationToken cancellationToken)
    {
        var questions = (destination.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? destination[..^4] : destination) + ".ask.csv";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
            Whole(questions, WriteQuestions);
            Whole(destination, csv => WriteRows(csv, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException(ExitCode.Cannot, Messages.Of("match_not_writable", destination, e.Message), e);
        }

        return new MatchWritten(linkage.Links.Select(link => link.UnitKey).Distinct(StringComparer.Ordinal).Count(), linkage.Questions.Count, questions);
    }

    private static void Whole(string path, Action<CsvWriter> write)
    {
        var unfinished = path + ".part";
        try
        {
            using (var writer = new StreamWriter(unfinished, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16))
            using (var csv = new CsvWriter(writer, CultureInfo.InvariantCulture))
                write(csv);
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    private void WriteRows(CsvWriter csv, CancellationToken cancellationToken)
    {
        foreach (var column in source.Header.Concat(MatchFile.Added)) csv.WriteField(PassedThrough(column));
        csv.NextRecord();
        var decisions = Decisions();
        var row = 0;
        foreach (var cells in source.Rows(cancellationToken))
        {
            if (row >= rows.Count) throw new PipelineException(ExitCode.Cannot, Messages.Of("match_changed"));
            var mention = rows.OfRow[row++];
            var link = linkage.Links[mention];
            foreach (var cell in cells) csv.WriteField(PassedThrough(cell));
            csv.WriteField(link.UnitKey);
            csv.WriteField(link.Probability.ToString("0.######", CultureInfo.InvariantCulture));
            csv.WriteField(decisions[mention]);
            csv.NextRecord();
        }

        if (row != rows.Count) throw new PipelineException(ExitCode.Cannot, Messages.Of("match_changed"));
    }

    /// <summary>Mention → same (its unit has other rows), ask (it stands alone, and somebody should say whether rightly), alone.</summary>
    private string[] Decisions()
    {
        var rowsOfUnit = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var link in linkage.Links) rowsOfUnit[link.UnitKey] = rowsOfUnit.GetValueOrDefault(link.UnitKey) + link.Mention.Count;
        var asked = linkage.Questions.SelectMany(question => new[] { question.UnitKeyA, question.UnitKeyB }).ToHashSet(StringComparer.Ordinal);
        return [.. linkage.Links.Select(link => rowsOfUnit[link.UnitKey] > 1 ? "same" : asked.Contains(link.UnitKey) ? "ask" : "alone")];
    }

    private void WriteQuestions(CsvWriter csv)
    {
        foreach (var column in (string[])["row_a", "name_a", "address_a", "unit_key_a", "row_b", "name_b", "address_b", "unit_key_b", "probability", "evidence"]) csv.WriteField(column);
        csv.NextRecord();
        var first = new Dictionary<UnitMention, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < rows.Mentions.Count; i++) first[rows.Mentions[i]] = rows.FirstRow[i];
        foreach (var question in linkage.Questions)
        {
            WriteSide(csv, question.A, question.UnitKeyA, first);
            WriteSide(csv, question.B, question.UnitKeyB, first);
            csv.WriteField(question.Probability.ToString("0.######", CultureInfo.InvariantCulture));
            csv.WriteField(string.Join(' ', question.Evidence));
            csv.NextRecord();
        }
    }

    private static void WriteSide(CsvWriter csv, UnitMention mention, string key, Dictionary<UnitMention, int> first)
    {
        csv.WriteField(first[mention]);
        csv.WriteField(PassedThrough(mention.Name));
        csv.WriteField(PassedThrough(mention.Address ?? ""));
        csv.WriteField(key);
    }

    /// <summary>Numbers and telephones stay as they are, though they begin with a sign; any other text a spreadsheet would compute gets an apostrophe in front.</summary>
    private static string PassedThrough(string text) =>
        text.Length > 1 && text[0] is '+' or '-' && text.AsSpan(1).IndexOfAnyExcept(" 0123456789.") < 0 ? text : QueryOutput.Harmless(text);
}
