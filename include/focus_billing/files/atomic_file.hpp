#pragma once

#include <string>
#include <string_view>

namespace focus_billing {

/// Makes a new file with this text, flushed to the disk. Throws Error: FB024 (usage) if there is
/// something of this name, FB903 (environment) if the file cannot be written; then it is removed.
void create_file(const std::string& path, std::string_view text);

/// Makes a folder with those above it, where they are missing. Throws Error FB903 (environment).
void make_folder(const std::string& path);

/// What becomes of a file that has the name already.
enum class ExistingFile { refused, replaced };

/// A file that comes about aside, as `PATH.part`, and gets its name when it is complete. What was
/// not kept is removed; so is what a killed command left there. A new file can be read by its owner
/// alone; one that may replace another, as the user's umask has it.
///
/// Throws Error: FB024 (usage) if there is something of this name already that is not to be
/// replaced, FB903 (environment) if the file cannot be written, FB908 (environment) if another
/// command is writing it.
class AtomicFile {
public:
    explicit AtomicFile(std::string path, ExistingFile existing = ExistingFile::refused);
    AtomicFile(const AtomicFile&) = delete;
    AtomicFile& operator=(const AtomicFile&) = delete;
    ~AtomicFile();

    /// Where the bytes go: an empty file at first.
    [[nodiscard]] const std::string& part() const { return m_part; }

    /// Adds bytes to its end.
    void write(std::string_view bytes);

    /// Flushes the file to the disk and gives it its name.
    void keep();

private:
    void refuse_existing() const;
    [[nodiscard]] bool is_in_its_place() const;
    void prepare();
    void rename() const;
    void flush_folder() const;

    std::string m_path;
    ExistingFile m_existing;
    std::string m_part;
    int m_file = -1;
    bool m_removes = false;
};

}  // namespace focus_billing
