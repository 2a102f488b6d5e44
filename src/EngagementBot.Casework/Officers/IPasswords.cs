namespace EngagementBot.Casework.Officers;

/// <summary>Hashes and checks passwords: the framework's hasher, which belongs to the web.</summary>
public interface IPasswords
{
    string Hash(string password);

    bool Verify(string hash, string password);
}
