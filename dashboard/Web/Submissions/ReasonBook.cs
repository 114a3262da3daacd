using SafetyAnalytics.Ledgers.Problems;
using SafetyAnalytics.Warehouse.Building;
using SafetyAnalytics.Web.Shell;

namespace SafetyAnalytics.Web.Submissions;

/// <summary>What the reason codes mean, in the language of a visitor: the seed <c>reasons.csv</c>, the office's own included.</summary>
internal sealed class ReasonBook
{
    private static readonly string[] s_ownCodes = ["upload_too_large", "too_many_files", "no_files", "page_expired", "bad_request"];

    private readonly ReasonWords _chinese;
    private readonly ReasonWords _english;

    public ReasonBook(WebOptions options)
    {
        var records = Seeds.Load(options.Seeds)["reasons"].Records;
        _chinese = ReasonWords.From(records, PageCulture.Chinese);
        _english = ReasonWords.From(records, PageCulture.English);
    }

    /// <summary>A short name; the code itself when nobody explains it.</summary>
    public string Label(PageCulture page, string code) => Of(page).Label(code);

    /// <summary>What is wrong and what would be right, in a sentence or two.</summary>
    public string Sentence(PageCulture page, string code) => $"{Of(page).Message(code)} {Of(page).Cure(code)}".TrimEnd();

    /// <summary>Why an upload, or a file of it, was not taken.</summary>
    public string Refusal(PageCulture page, RefusedUpload refused)
    {
        var why = s_ownCodes.Contains(refused.Code, StringComparer.Ordinal) ? page.Words["Refused_" + refused.Code] : Sentence(page, refused.Code);
        return refused.Name is null ? why : page.Words.With("RefusedFile", refused.Name, why);
    }

    private ReasonWords Of(PageCulture page) => page.Culture.Equals(PageCulture.Chinese) ? _chinese : _english;
}
