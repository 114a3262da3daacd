namespace SafetyAnalytics.Ledgers.Words;

/// <summary>Recognises who sent a ledger.</summary>
/// <param name="aliases">Squeezed alias to the sender's name; a sender is an alias of itself.</param>
public sealed class SenderWords(IReadOnlyDictionary<string, string> aliases)
{
    private readonly (string Alias, string Sender)[] _byLength = [.. aliases.Select(a => (a.Key, a.Value)).OrderByDescending(a => a.Key.Length).ThenBy(a => a.Key, StringComparer.Ordinal)];

    /// <summary>The sender of that name or alias; null when no seed knows it.</summary>
    public string? Named(string name) => aliases.GetValueOrDefault(CellText.Squeeze(name));

    /// <summary>The senders named anywhere in a title or a name, distinct, longest aliases first and not overlapping.</summary>
    public IReadOnlyList<string> FindIn(string text)
    {
        var rest = CellText.Squeeze(text);
        var found = new List<string>();
        foreach (var (alias, sender) in _byLength)
        {
            if (!rest.Contains(alias, StringComparison.Ordinal)) continue;
            rest = rest.Replace(alias, "§", StringComparison.Ordinal);
            if (!found.Contains(sender, StringComparer.Ordinal)) found.Add(sender);
        }

        return found;
    }
}
