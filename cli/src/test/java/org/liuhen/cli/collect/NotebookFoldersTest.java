package org.liuhen.cli.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookFoldersTest {

    @TempDir
    Path home = Path.of("");

    @Test
    void two_cameras_are_collected_at_once_and_each_folder_finds_its_notebook() throws Exception {
        var folders = new NotebookFolders(home);
        try (var one = Notebook.open(folders.of("SQ-0001")); var two = Notebook.open(folders.of("SQ-0002"))) {
            assertEquals(0, one.known().pinned("liuhen-a/SQ").size() + two.known().pinned("liuhen-a/SQ").size());
            NotebookFolders.remember(folders.of("SQ-0001"), List.of(home.resolve("camera 1")));
            NotebookFolders.remember(folders.of("SQ-0002"), List.of(home.resolve("camera 2")));
            NotebookFolders.remember(folders.of("SQ-0002"), List.of(home.resolve("camera 2")));
        }
        assertEquals(folders.of("SQ-0001"), folders.knowing(home.resolve("camera 1")));
        assertEquals(folders.of("SQ-0002"), folders.knowing(home.resolve("x/../camera 2")));
        assertEquals(1, Files.readAllLines(folders.of("SQ-0002").resolve("sources")).size());
    }

    @Test
    void a_folder_that_nobody_or_two_know_is_a_question_for_a_person() throws Exception {
        var folders = new NotebookFolders(home);
        assertThrows(IllegalArgumentException.class, () -> folders.knowing(home.resolve("camera")));
        for (var device : List.of("SQ-0001", "SQ-0002")) {
            Files.createDirectories(folders.of(device));
            NotebookFolders.remember(folders.of(device), List.of(home.resolve("camera")));
        }
        var refusal = assertThrows(IllegalArgumentException.class, () -> folders.knowing(home.resolve("camera")));
        assertTrue(String.valueOf(refusal.getMessage()).contains("--device"));
    }

    @Test
    void a_number_that_is_no_folder_name_is_one_all_the_same() {
        var folders = new NotebookFolders(home);
        assertEquals(home, folders.of("../../etc").getParent());
        assertEquals(home, folders.of("执法仪 7").getParent());
    }
}
