using System.Text.RegularExpressions;

namespace SafetyAnalytics.Ledgers.Words;

/// <summary>A unit's name without what does not belong to it. Its brackets stay: they name a branch.</summary>
public static partial class UnitText
{
    /// <summary>Line breaks joined, phones and their labels out, persons out where they stand beside the name and not in it; null when nothing is left.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="names">The names in the row's person columns.</param>
    public static string? Read(string text, IReadOnlyCollection<string> names)
    {
        if (CellText.IsPlaceholder(text)) return null;
        var name = CellText.Clean(CellText.Clean(text).Replace('\n', ' '));
        name = BesidePhone().Replace(PersonalData.Mask(name, []), "").Replace(PersonalData.Phone, "", StringComparison.Ordinal).Replace(PersonalData.IdNumber, "", StringComparison.Ordinal);
        name = Labelled().Replace(name, "");
        foreach (var person in names) name = WithoutPerson(name, person);
        name = EmptyBrackets().Replace(name, "");
        name = Layout().Replace(CellText.Clean(name.Trim(' ', ',', '，', ';', '；', '、', ':', '：', '/', '-')), "");
        return CellText.IsPlaceholder(name) ? null : name;
    }

    /// <summary>A name between blanks or brackets is a person; in 某甲餐馆 it is the unit's registered name, without which it could not be told from others.</summary>
    private static string WithoutPerson(string name, string person)
    {
        var at = name.IndexOf(person, StringComparison.Ordinal);
        if (person.Length < 2 || at < 0 || name.Length == person.Length) return name;
        var end = at + person.Length;
        var standsAlone = (at == 0 || IsEdge(name[at - 1])) && (end == name.Length || IsEdge(name[end]));
        return standsAlone ? name.Remove(at, person.Length) : name;
    }

    private static bool IsEdge(char c) => c is ' ' or '(' or ')' or '（' or '）' or ',' or '，' or '、' or '/' or ':' or '：' or ';' or '；' or '-';

    [GeneratedRegex("[ ,，;；(（]?(?:负责人|联系人|法人|法定代表人|经营者|业主|老板|电话|联系电话|手机)[:：][^)）,，;；]{0,20}[)）]?", RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    /// <summary>The label of a phone, or a person's name between separators, right before the number: /某甲/［电话］, 联系电话［电话］.</summary>
    [GeneratedRegex("(?:[ ,，;；、/]{0,3}(?:联系|单位)?(?:电话|手机|方式)(?:号码?)?[:： ]{0,3}|[ ,，;；、/]{1,3}[\u3400-\u9fff]{2,3}(?<![店馆厂部场库楼园所站处号])[ ,，;；、/:：]{0,3})(?=［电话］)", RegexOptions.CultureInvariant)]
    private static partial Regex BesidePhone();

    /// <summary>A blank beside a Chinese character is layout; between Latin words it parts them.</summary>
    [GeneratedRegex("(?<=[\u3400-\u9fff）)])[ ]+|[ ]+(?=[\u3400-\u9fff（(])", RegexOptions.CultureInvariant)]
    private static partial Regex Layout();

    [GeneratedRegex("[(（][ ,，、;；:：/]*[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyBrackets();
}
